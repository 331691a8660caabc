#pragma once

#include <QList>
#include <QMetaType>

#include "term/Term.h"

namespace nodescope::term {

/// Where a value stands within a term: which part to take at each level, from the root down. Empty: the root.
///
/// The parts of a container are counted from 0: elements of a tuple; elements of a list, then the tail if it
/// is improper; key and value in turn of a map or native record; free variables of a fun. Others have none.
using TermPath = QList<qsizetype>;

[[nodiscard]] qsizetype partCount(const Term &term);
/// Invalid if there is none.
[[nodiscard]] Term partAt(const Term &term, qsizetype part);
[[nodiscard]] Term partAt(const Term &term, const TermPath &path);
/// Whether a part is a key of a map, or a field's name.
[[nodiscard]] bool isKey(const Term &container, qsizetype part);

} // namespace nodescope::term
