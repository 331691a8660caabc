#pragma once

#include <optional>

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

namespace nodescope::base {

/// The name of an Erlang node, `name@host`, as it stands in its atom.
///
/// A NodeName that exists is well-formed by OTP's own rule for what a peer may claim: exactly one
/// `@`, neither part empty, at most 255 characters, no control characters. Names compare as text, as
/// OTP does (`a@host` and `a@host.domain` are two nodes). A cheap, immutable value.
class NodeName
{
public:
    /// No node. Only for members that are filled later; isNull() tells.
    NodeName() = default;

    /// Empty unless `text` is well-formed.
    [[nodiscard]] static std::optional<NodeName> parse(QStringView text);
    /// For literals in code and tests: asserts that the text is well-formed.
    [[nodiscard]] static NodeName literal(QStringView text);
    /// Whether a node could start under this name: the part before `@` holds only [0-9A-Za-z_-]
    /// (OTP refuses others with `nok`).
    [[nodiscard]] bool isStartable() const;

    [[nodiscard]] bool isNull() const { return m_text.isEmpty(); }
    [[nodiscard]] const QString &text() const { return m_text; }
    /// The part before `@`: what EPMD knows.
    [[nodiscard]] QString name() const { return m_text.left(m_at); }
    /// The part behind `@`: what is resolved.
    [[nodiscard]] QString host() const { return m_text.mid(m_at + 1); }
    /// Long names are those whose host holds a dot or is an address (`-name`); others are short (`-sname`).
    [[nodiscard]] bool isLong() const;

    friend bool operator==(const NodeName &a, const NodeName &b) { return a.m_text == b.m_text; }
    friend bool operator!=(const NodeName &a, const NodeName &b) { return a.m_text != b.m_text; }
    friend bool operator<(const NodeName &a, const NodeName &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const NodeName &name, size_t seed = 0) { return qHash(name.m_text, seed); }

private:
    QString m_text;
    qsizetype m_at = 0;
};

} // namespace nodescope::base

template<>
struct std::hash<nodescope::base::NodeName>
{
    size_t operator()(const nodescope::base::NodeName &name) const noexcept { return qHash(name); }
};

Q_DECLARE_METATYPE(nodescope::base::NodeName)
