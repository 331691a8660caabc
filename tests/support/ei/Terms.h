#pragma once

#include <ei.h>

/// Takes one term apart and makes it anew behind what `to` holds, each value by the functions that
/// erl_interface has for it. Moves `index` behind the term. False where it cannot read or write it.
bool remake(const char *bytes, int *index, ei_x_buff *to);
