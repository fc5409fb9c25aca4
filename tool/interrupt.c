/* interrupt.c - see interrupt.h. */
#include "tool/interrupt.h"

#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include "rt/leftover.h"

static volatile sig_atomic_t asks, asked, on_terminal;

static void on_signal(int number)
{
    if (asks && number == SIGINT) {
        asks = 0;
        asked = 1;
        return;
    }
    ts_leftover_remove();
    if (on_terminal && write(STDERR_FILENO, "\n", 1) < 0)
        on_terminal = 0; /* ends a progress line */
    signal(number, SIG_DFL);
    raise(number);
}

void ts_interrupt_begin(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction now, act = {.sa_handler = on_signal, .sa_flags = SA_NODEFER};
    on_terminal = isatty(STDERR_FILENO);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (!sigaction(numbers[i], NULL, &now) && now.sa_handler == SIG_DFL)
            sigaction(numbers[i], &act, NULL);
}

void ts_interrupt_asks(void)
{
    asks = 1;
}

bool ts_interrupted(void)
{
    return asked;
}
