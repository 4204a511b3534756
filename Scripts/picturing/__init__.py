"""The parts of pictures.py."""
