#pragma once

#include <QString>

/// Names as they must be written to be pasted: whatever a node calls itself, the snippet around the
/// name stays what it is.
namespace nodescope::doctor {

/// An atom in Erlang: always in single quotes, e.g. `'cache@web2'`.
[[nodiscard]] QString erlangAtom(QStringView text);
/// An atom in Elixir: always in double quotes, e.g. `:"cache@web2"`; no interpolation can begin in it.
[[nodiscard]] QString elixirAtom(QStringView text);
/// A string in Erlang or Elixir, in double quotes, without interpolation.
[[nodiscard]] QString quotedString(QStringView text);
/// One word for a POSIX shell: bare where that is safe, else in single quotes.
[[nodiscard]] QString shellWord(QStringView text);

} // namespace nodescope::doctor
