#pragma once

#include <optional>
#include <vector>

#include <QByteArray>
#include <QString>

#include "differential/Oracle.h"
#include "term/Decoder.h"

namespace nodescope::test {

/// One term as both sides see it.
struct Comparison
{
    QByteArray bytes;
    std::optional<term::Decoded> decoded; ///< nothing if we refuse
    term::DecodeError error;
    Oracle::Answer answer;
};

/// How the two sides differ.
enum class Difference : quint8 {
    None,
    TheyAccept, ///< we refuse what they accept
    TheyRefuse, ///< we accept what they refuse
    OtherSize,  ///< another number of bytes taken
    OtherValue, ///< our re-encoding is another term for them
    OtherBytes  ///< they write the same term otherwise
};
[[nodiscard]] Difference differenceIn(const Comparison &comparison);
[[nodiscard]] const char *nameOf(Difference difference);

/// The differences that are meant: exceptions.txt says for which releases and why, the code here what they
/// are.
class Exceptions
{
public:
    /// False if the table cannot be read or names what the code does not know.
    [[nodiscard]] bool load(const QString &file, int release);
    /// The exception that explains a difference; empty if none does.
    [[nodiscard]] QString explain(const Comparison &comparison) const;
    /// Whether this term must not be given to that release, since it crashes on it.
    [[nodiscard]] QString keptBack(const term::DecodeError &error) const;
    [[nodiscard]] QString reason(const QString &name) const;

private:
    struct Row
    {
        QString name;
        int first = 0;
        int last = 0;
        QString reason;
    };
    [[nodiscard]] bool holds(const char *name) const;

    std::vector<Row> m_rows;
    int m_release = 0;
};

} // namespace nodescope::test
