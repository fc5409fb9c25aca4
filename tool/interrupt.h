/* interrupt.h - what Ctrl-C does.
 *
 *   until ts_interrupt_asks   the command ends at once, by the signal, and leaves no half-made file
 *   after it                  the first one only asks: ts_interrupted; a second one ends
 */
#ifndef TESSERA_TOOL_INTERRUPT_H
#define TESSERA_TOOL_INTERRUPT_H

#include <stdbool.h>

/* Called once, first thing. Signals that the caller's parent ignores stay ignored. */
void ts_interrupt_begin(void);
void ts_interrupt_asks(void);
bool ts_interrupted(void);

#endif
