#include "base/NodeName.h"

#include <algorithm>

namespace nodescope::base {

namespace {
// erl_dist_protocol: an atom holds at most 255 characters.
constexpr qsizetype MaxCharacters = 255;

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || c.unicode() == 0x7f;
}
} // namespace

std::optional<NodeName> NodeName::parse(QStringView text)
{
    const qsizetype at = text.indexOf(u'@');
    if (at <= 0 || at == text.size() - 1 || text.indexOf(u'@', at + 1) != -1)
        return std::nullopt;
    if (text.size() > MaxCharacters || std::any_of(text.begin(), text.end(), isControl))
        return std::nullopt;
    NodeName name;
    name.m_text = text.toString();
    name.m_at = at;
    return name;
}

NodeName NodeName::literal(QStringView text)
{
    const std::optional<NodeName> name = parse(text);
    Q_ASSERT_X(name, "NodeName::literal", "not a well-formed node name");
    return name.value_or(NodeName());
}

bool NodeName::isStartable() const
{
    const auto allowed = [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'0' && u <= u'9') || (u >= u'A' && u <= u'Z') || (u >= u'a' && u <= u'z') ||
               u == u'_' || u == u'-';
    };
    return !isNull() && std::all_of(m_text.begin(), m_text.begin() + m_at, allowed);
}

bool NodeName::isLong() const
{
    const QStringView host = QStringView(m_text).mid(m_at + 1);
    return host.contains(u'.') || host.contains(u':');
}

} // namespace nodescope::base
