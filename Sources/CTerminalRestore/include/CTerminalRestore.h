#ifndef RISKTOP_CTERMINALRESTORE_H
#define RISKTOP_CTERMINALRESTORE_H

/* Gives the terminal back when the process is about to die by a signal.
   Everything that runs inside a handler uses async-signal-safe calls only. */

/* Installs the handlers: all signals that end a process unless it handles them, but KILL and PIPE, restore the
   terminal, if one is armed, and then kill the process by that same signal; WINCH, TSTP and CONT each put one byte, the
   signal's number, into a pipe. Gives the pipe's reading end, or -1. */
int risktop_signals_install(void);

/* The first half of that: what kills the process restores the terminal before, if one is armed. For who changes a
   terminal's modes for a moment alone. */
void risktop_fatal_signals_install(void);

/* Gives the calling thread a stack for the handlers: one that overflowed has no room for them. Where the main actor
   runs on threads of a pool, each of them needs one. Cheap to call again. */
void risktop_signals_cover_thread(void);

/* Remembers the modes of the terminal at `descriptor` as they are now, to be called before anything changes them:
   ncurses does as soon as it starts. */
void risktop_restore_remember(int descriptor);

/* From now on the remembered modes are restored, and the sequence that leaves the full screen is written to the
   terminal. Sequences beyond 255 bytes are cut. */
void risktop_restore_arm(const char *leave_sequence);

/* The terminal was given back in the ordinary way: nothing is left to restore. */
void risktop_restore_disarm(void);

/* The program uses the terminal again, with the modes and the sequence remembered before. */
void risktop_restore_rearm(void);

/* Stops the whole process group as Ctrl-Z would, and returns when it goes on. */
void risktop_stop_group(void);

/* Dies by the given signal with the terminal restored. */
void risktop_die_by(int signal_number);

#endif
