#pragma once

#include <array>
#include <span>

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include "term/Limits.h"

namespace nodescope::term {

/// A process identifier as it is on the wire: the node is shown as claimed, and need not be a
/// well-formed node name. A value.
struct Pid
{
    QString node;
    quint32 id = 0;
    quint32 serial = 0;
    /// The incarnation of the node: one number for each of its starts, so that mail for an earlier one is
    /// known.
    quint32 creation = 0;

    friend bool operator==(const Pid &, const Pid &) = default;
};

/// A port identifier. V4_PORT_EXT has 64 bits of id, older ones 28. A value.
struct Port
{
    QString node;
    quint64 id = 0;
    quint32 creation = 0;

    friend bool operator==(const Port &, const Port &) = default;
};

/// A reference of up to five words, the first being the lowest, as on the wire. A value.
class Reference
{
public:
    Reference() = default;
    /// Words beyond MaxReferenceWords are dropped.
    Reference(QString node, quint32 creation, std::span<const quint32> words);
    Reference(QString node, quint32 creation, std::initializer_list<quint32> words);

    [[nodiscard]] const QString &node() const { return m_node; }
    [[nodiscard]] quint32 creation() const { return m_creation; }
    [[nodiscard]] std::span<const quint32> words() const { return {m_words.data(), m_count}; }

    friend bool operator==(const Reference &, const Reference &) = default;

private:
    QString m_node;
    quint32 m_creation = 0;
    /// Unused words are zero, so that the default comparison holds.
    std::array<quint32, MaxReferenceWords> m_words{};
    quint8 m_count = 0;
};

[[nodiscard]] size_t qHash(const Pid &pid, size_t seed = 0) noexcept;
[[nodiscard]] size_t qHash(const Port &port, size_t seed = 0) noexcept;
[[nodiscard]] size_t qHash(const Reference &reference, size_t seed = 0) noexcept;

} // namespace nodescope::term

Q_DECLARE_METATYPE(nodescope::term::Pid)
Q_DECLARE_METATYPE(nodescope::term::Port)
Q_DECLARE_METATYPE(nodescope::term::Reference)
