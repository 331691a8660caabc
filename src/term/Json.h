#pragma once

#include <QByteArray>

#include "term/Term.h"

namespace nodescope::term {

/// Which of the two forms is written.
struct JsonOptions
{
    /// For reading by people and simple scripts, at the price of exactness: atoms and text are both
    /// strings, tuples and lists both arrays, map keys are printed as strings.
    bool plain = false;
    /// One part of an array or object a line, instead of one line.
    bool pretty = false;
    /// Writing ends soon after so many bytes: what is written then is the beginning only. 0: no end.
    qsizetype maxBytes = 0;
};

/// A term as JSON (RFC 8259, UTF-8, one line). Exact unless `plain`; every object that is not a map has
/// one key that begins with `$`:
///
/// | term                              | JSON                                                 |
/// |-----------------------------------|------------------------------------------------------|
/// | integer up to ±(2^53 − 1), float  | number (a float always has `.` or `e`)               |
/// | other integer                     | `{"$integer":"123…"}`, above 4 KiB `{"$integer":"0x…"}` |
/// | `true`, `false`, `nil`            | `true`, `false`, `null`                              |
/// | other atom                        | `{"$atom":"ok"}`                                     |
/// | binary that is UTF-8              | string                                               |
/// | other binary                      | `{"$binary":"base64"}`                               |
/// | bitstring                         | `{"$bitstring":"base64","bits":n}`                   |
/// | proper list                       | array                                                |
/// | improper list                     | `{"$list":[…],"tail":…}`                             |
/// | tuple                             | `{"$tuple":[…]}`                                     |
/// | map, all keys UTF-8 binaries that do not begin with `$` | object                         |
/// | other map                         | `{"$map":[[key,value],…]}`                           |
/// | pid, port, reference              | `{"$pid":"#Pid<…>"}`, `{"$port":…}`, `{"$reference":…}` |
/// | exported function                 | `{"$export":"fun m:f/1"}`                            |
/// | local fun                         | `{"$fun":"#Fun<…>","etf":"base64"}`                  |
/// | native record                     | `{"$record":[module,name,exported,[[field,value],…]]}` |
///
/// Does not recurse. Thread-safe.
[[nodiscard]] QByteArray toJson(const Term &term, const JsonOptions &options = {});

} // namespace nodescope::term
