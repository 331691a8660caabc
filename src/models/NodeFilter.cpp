#include "models/NodeFilter.h"

namespace nodescope::models {

namespace {
QRegularExpression patternOf(const QString &text, bool whole)
{
    const QString expression = QRegularExpression::wildcardToRegularExpression(
        text, whole ? QRegularExpression::DefaultWildcardConversion
                    : QRegularExpression::UnanchoredWildcardConversion);
    return QRegularExpression(expression, QRegularExpression::CaseInsensitiveOption);
}
} // namespace

QStringList NodeFilter::keys()
{
    return {QStringLiteral("name"),  QStringLiteral("host"),    QStringLiteral("state"),
            QStringLiteral("kind"),  QStringLiteral("release"), QStringLiteral("watched"),
            QStringLiteral("cause"), QStringLiteral("is")};
}

NodeFilter NodeFilter::parse(const QString &text)
{
    NodeFilter filter;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text.at(at).isSpace()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !text.at(end).isSpace())
            ++end;
        filter.parseWord(text.mid(at, end - at), at);
        at = end;
    }
    return filter;
}

void NodeFilter::parseWord(const QString &text, qsizetype position)
{
    Word word;
    word.negated = text.startsWith(u'-') && text.size() > 1;
    const QString body = word.negated ? text.mid(1) : text;
    const qsizetype colon = body.indexOf(u':');
    // A name may hold no colon before its `@`, so a colon there is always a key's.
    if (colon > 0 && !body.left(colon).contains(u'@')) {
        word.key = body.left(colon).toLower();
        const QString value = body.mid(colon + 1);
        if (!keys().contains(word.key) || value.isEmpty()) {
            const auto kind = value.isEmpty() ? Error::Kind::EmptyPattern : Error::Kind::UnknownKey;
            if (!m_error)
                m_error =
                    Error{keys().contains(word.key) ? kind : Error::Kind::UnknownKey, word.key, position};
            return;
        }
        word.pattern = patternOf(value, true);
    } else {
        word.pattern = patternOf(body, false);
    }
    m_words.append(word);
}

bool NodeFilter::matches(const cluster::Node &node) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&](const Word &word) {
        return word.pattern.match(fact(node, word.key)).hasMatch() != word.negated;
    });
}

bool NodeFilter::matches(const base::NodeName &name) const
{
    cluster::Node node;
    node.name = name;
    return matches(node);
}

QString NodeFilter::fact(const cluster::Node &node, const QString &key)
{
    if (key == QLatin1String("name"))
        return node.name.name();
    if (key == QLatin1String("host"))
        return node.name.host();
    if (key == QLatin1String("state"))
        return identifierOf(node.state);
    if (key == QLatin1String("kind"))
        return identifierOf(node.kind);
    if (key == QLatin1String("release"))
        return node.release;
    if (key == QLatin1String("watched"))
        return identifierOf(node.watched);
    if (key == QLatin1String("cause"))
        return identifierOf(node.cause);
    if (key == QLatin1String("is"))
        return node.hidden ? QStringLiteral("hidden") : QStringLiteral("visible");
    return node.name.text();
}

} // namespace nodescope::models
