#include "CTerminalRestore.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT,
                                    SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGSYS,
#ifdef __linux__
                                    SIGIO, SIGPWR, SIGSTKFLT,
#endif
};
static const int told_signals[] = {SIGWINCH, SIGTSTP, SIGCONT};

static volatile sig_atomic_t armed = 0;
static volatile sig_atomic_t remembered = 0;
static int terminal = -1;
static int nowhere = -1;
static struct termios saved_modes;
static char leave[256];
static size_t leave_length = 0;
static int signal_pipe[2] = {-1, -1};
static _Thread_local char alternate_stack[16 * 1024];
static _Thread_local int has_alternate_stack = 0;

static void restore_terminal(void) {
  if (!armed) return;
  armed = 0;
  /* Another thread may be in the midst of a frame, the rest of which would be written after the screen was given back. */
  if (nowhere >= 0) dup2(nowhere, STDOUT_FILENO);
  /* A terminal that takes no output must not keep the process alive. */
  struct pollfd writable = {.fd = terminal, .events = POLLOUT};
  if (poll(&writable, 1, 200) == 1 && (writable.revents & POLLOUT)) {
    ssize_t ignored = write(terminal, leave, leave_length);
    (void)ignored;
  }
  tcsetattr(terminal, TCSANOW, &saved_modes);
}

static void die_by(int number) {
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  kill(getpid(), number);
}

static void on_fatal(int number) {
  restore_terminal();
  die_by(number);
}

static void on_told(int number) {
  int before = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  errno = before;
}

static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

void risktop_signals_cover_thread(void) {
  if (has_alternate_stack) return;
  has_alternate_stack = 1;
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = alternate_stack;
  stack.ss_size = sizeof alternate_stack;
  sigaltstack(&stack, NULL);
}

void risktop_fatal_signals_install(void) {
  if (nowhere < 0) nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  risktop_signals_cover_thread();
  for (size_t i = 0; i < sizeof fatal_signals / sizeof *fatal_signals; i++) handle(fatal_signals[i], on_fatal, SA_ONSTACK);
#ifdef SIGRTMIN
  /* Whoever sends one of these means to end the process: nothing here expects any. */
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) handle(number, on_fatal, SA_ONSTACK);
#endif
}

int risktop_signals_install(void) {
  if (signal_pipe[0] >= 0) return signal_pipe[0];
  if (pipe(signal_pipe) != 0) return -1;
  for (int end = 0; end < 2; end++) {
    fcntl(signal_pipe[end], F_SETFL, O_NONBLOCK);
    fcntl(signal_pipe[end], F_SETFD, FD_CLOEXEC);
  }
  risktop_fatal_signals_install();
  for (size_t i = 0; i < sizeof told_signals / sizeof *told_signals; i++) handle(told_signals[i], on_told, SA_RESTART);
  return signal_pipe[0];
}

void risktop_restore_remember(int descriptor) {
  armed = 0;
  terminal = descriptor;
  remembered = tcgetattr(descriptor, &saved_modes) == 0;
}

void risktop_restore_arm(const char *leave_sequence) {
  armed = 0;
  leave_length = strlen(leave_sequence);
  if (leave_length > sizeof leave - 1) leave_length = sizeof leave - 1;
  memcpy(leave, leave_sequence, leave_length);
  armed = remembered;
}

void risktop_restore_disarm(void) { armed = 0; }

void risktop_restore_rearm(void) { armed = remembered; }

void risktop_stop_group(void) {
  /* The others first, and this process by a signal to this very thread: only that one has taken effect when the call
     returns. The group's would reach any thread, and meanwhile this one would go on and draw over the shell's prompt.
     Dispatch's threads block it. */
  sigset_t stop, before;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  handle(SIGTSTP, SIG_IGN, 0);
  kill(0, SIGTSTP);
  /* Where a thread blocks a signal it is kept even while it is ignored; ignoring it once more discards it, or it would
     stop this process a second time. */
  handle(SIGTSTP, SIG_IGN, 0);
  handle(SIGTSTP, SIG_DFL, 0);
  pthread_sigmask(SIG_UNBLOCK, &stop, &before);
  pthread_kill(pthread_self(), SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  handle(SIGTSTP, on_told, SA_RESTART);
}

void risktop_die_by(int number) {
  restore_terminal();
  die_by(number);
  _exit(128 + number);
}
