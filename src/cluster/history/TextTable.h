#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include "base/NodeName.h"

namespace nodescope::cluster {

/// One number for two numbers of texts, of which there are never more than a million.
[[nodiscard]] constexpr quint64 pairOf(quint64 a, quint64 b)
{
    return (a << 32) | b;
}

/// Texts by number, so that each stands only once in a stretch of a history. Number 0 is the empty text.
class TextNumbers
{
public:
    /// The number of a text, and whether it is new.
    std::pair<quint64, bool> numberOf(const QString &text)
    {
        if (text.isEmpty())
            return {0, false};
        const auto known = m_numbers.constFind(text);
        if (known != m_numbers.constEnd())
            return {*known, false};
        const quint64 number = static_cast<quint64>(m_numbers.size()) + 1;
        m_numbers.insert(text, number);
        return {number, true};
    }
    void clear() { m_numbers.clear(); }
    [[nodiscard]] qsizetype size() const { return m_numbers.size(); }

private:
    QHash<QString, quint64> m_numbers;
};

/// The other way: the texts that were read so far.
class TextTable
{
public:
    /// More texts, or longer ones, are not taken.
    static constexpr qsizetype MaxTexts = 1'000'000;
    static constexpr qsizetype MaxBytes = 1024 * 1024;

    /// False: too many, or too long.
    [[nodiscard]] bool add(QByteArrayView utf8)
    {
        if (m_entries.size() >= MaxTexts || utf8.size() > MaxBytes)
            return false;
        m_entries.append({QString::fromUtf8(utf8), {}, false});
        return true;
    }
    void clear() { m_entries.clear(); }
    /// Null (not empty): there is no such text.
    [[nodiscard]] const QString *text(quint64 number) const
    {
        static const QString nothing;
        if (number == 0)
            return &nothing;
        const auto at = static_cast<qsizetype>(number - 1);
        return at >= 0 && at < m_entries.size() ? &m_entries.at(at).text : nullptr;
    }
    /// The same as a node's name; null: there is no such text, or it is no name.
    [[nodiscard]] const base::NodeName *name(quint64 number)
    {
        const auto at = static_cast<qsizetype>(number - 1);
        if (number == 0 || at < 0 || at >= m_entries.size())
            return nullptr;
        Entry &entry = m_entries[at];
        if (!entry.parsed) {
            entry.parsed = true;
            entry.name = base::NodeName::parse(entry.text).value_or(base::NodeName());
        }
        return entry.name.isNull() ? nullptr : &entry.name;
    }

private:
    struct Entry
    {
        QString text;
        base::NodeName name;
        bool parsed = false;
    };
    QList<Entry> m_entries;
};

} // namespace nodescope::cluster
