#pragma once

#include <QByteArray>
#include <QString>

#include "base/Result.h"
#include "term/Term.h"

class QWidget;

namespace nodescope::widgets {

/// What a term is written to, and read from, by the ending of the file's name.
enum class TermFileKind : quint8 {
    Erlang, ///< .erl, .term, .config …: text, closed by a full stop
    Elixir, ///< .ex, .exs
    Json,   ///< .json: written only
    Bytes   ///< .etf, .bin: External Term Format
};

[[nodiscard]] TermFileKind termFileKind(const QString &path);
/// The file's bytes. Text is pretty; a local function cannot be read back from it, bytes can.
[[nodiscard]] QByteArray termFileBytes(const term::Term &term, TermFileKind kind);
/// What the file holds: bytes if it begins as they do, else text in the syntax of its ending. The error is a
/// sentence for people.
[[nodiscard]] base::Result<term::Term, QString> readTermFile(const QString &path);

/// Asks where to, and writes. What goes wrong is said.
void saveTermAs(const term::Term &term, QWidget *parent);
/// Asks for a file, and reads it. Invalid if nothing was chosen or it is no term, which is said.
[[nodiscard]] term::Term loadTerm(QWidget *parent);

} // namespace nodescope::widgets
