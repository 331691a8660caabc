#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "term/TermPath.h"

namespace nodescope::term {

/// Looks for text in a term: in atoms, numbers, text (binaries and lists of characters), identifiers and the
/// names of functions, as they are written in Erlang, without quotes. Keys of maps count as well.
///
/// Goes through the term in the order in which it is printed, as far as it is told at a time, so that a
/// caller can stop; memory is that of the depth. Does not recurse.
class TermSearch
{
public:
    enum class State { More, Found, Ended };

    TermSearch(const Term &term, QString text, Qt::CaseSensitivity sensitivity = Qt::CaseInsensitive);

    /// Goes on, through at most so many values. Found: path() is the next one.
    [[nodiscard]] State advance(qsizetype values);
    [[nodiscard]] TermPath path() const;

private:
    struct Open
    {
        Term container;
        qsizetype next = 0;
        qsizetype end = 0;
    };

    /// Goes to the next value; false at the end.
    [[nodiscard]] bool step();
    [[nodiscard]] bool matches(const Term &value, bool *whole) const;
    [[nodiscard]] bool has(QStringView text) const { return text.contains(m_text, m_sensitivity); }

    Term m_root;
    QString m_text;
    Qt::CaseSensitivity m_sensitivity;
    std::vector<Open> m_open;
    Term m_at;
    bool m_started = false;
    bool m_ended = false;
    bool m_whole = false; ///< what was looked at last needs no look at its parts
};

} // namespace nodescope::term
