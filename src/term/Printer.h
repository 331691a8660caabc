#pragma once

#include <QDebug>
#include <QString>

#include "term/Term.h"

namespace nodescope::term {

/// Whose syntax terms are printed and read in.
enum class Syntax : quint8 { Erlang, Elixir };

/// How a term is to look as text.
struct PrintOptions
{
    Syntax syntax = Syntax::Erlang;
    /// Printing ends soon after so many characters, with `…`. 0: no end.
    qsizetype maxCharacters = 0;
    /// Lists of printable code points as text ("abc", ~c"abc"), else as numbers.
    bool charlistsAsText = true;
    /// Binaries of printable UTF-8 as text, else as bytes.
    bool binariesAsText = true;
    /// One element per line for containers that are longer than a line. Off: one line.
    bool pretty = false;
    /// Integers of more bytes are printed in base 16, since decimal digits take quadratic time.
    qsizetype decimalBytes = 4096;
};

/// A term as text.
struct Printed
{
    QString text;
    /// Cut at PrintOptions::maxCharacters; cannot be read back.
    bool truncated = false;
};

/// Prints a term so that parse() (and, but for identifiers, funs and native records, Erlang or Elixir) reads
/// it back. Control, bidirectional and other invisible characters are escaped. Identifiers print in full:
/// `#Pid<node.id.serial.creation>`, `#Port<node.id.creation>`, `#Ref<node.word.….creation>`. A local
/// fun prints as `#Fun<module.index.unique>`, which cannot be read back. Does not recurse. Thread-safe.
[[nodiscard]] Printed print(const Term &term, const PrintOptions &options = {});

/// The same in one step.
[[nodiscard]] QString toErlang(const Term &term, qsizetype maxCharacters = 0);
[[nodiscard]] QString toElixir(const Term &term, qsizetype maxCharacters = 0);

/// Prints in Erlang's syntax, at most 1,000 characters.
QDebug operator<<(QDebug debug, const Term &term);

} // namespace nodescope::term
