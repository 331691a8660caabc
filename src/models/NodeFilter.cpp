#include "models/NodeFilter.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace nodescope::models {

using namespace cluster;
using base::NodeName;

namespace {
QRegularExpression patternOf(const QString &text, bool whole)
{
    const QString expression = QRegularExpression::wildcardToRegularExpression(
        text, whole ? QRegularExpression::DefaultWildcardConversion
                    : QRegularExpression::UnanchoredWildcardConversion);
    return QRegularExpression(expression, QRegularExpression::CaseInsensitiveOption);
}

template<class Thing>
qsizetype keyAt(const QList<FactKey<Thing>> &keys, const QString &name)
{
    const auto it =
        std::find_if(keys.begin(), keys.end(), [&](const FactKey<Thing> &key) { return key.name == name; });
    return it == keys.end() ? -1 : it - keys.begin();
}

/// Letters to be put in, left out, replaced or exchanged with the next to make one word of the other
/// (Levenshtein's distance as Damerau extended it).
int changesBetween(const QString &from, const QString &to)
{
    const qsizetype width = to.size() + 1;
    std::vector<int> before;
    std::vector<int> last;
    std::vector<int> row(static_cast<size_t>(width));
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= from.size(); ++i) {
        before = std::exchange(last, row);
        row[0] = int(i);
        for (qsizetype j = 1; j < width; ++j) {
            const auto at = static_cast<size_t>(j);
            const bool same = from.at(i - 1) == to.at(j - 1);
            row[at] = std::min({last[at - 1] + (same ? 0 : 1), last[at] + 1, row[at - 1] + 1});
            if (i > 1 && j > 1 && from.at(i - 1) == to.at(j - 2) && from.at(i - 2) == to.at(j - 1))
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
    }
    return row.back();
}

/// Facts that change although their node or link does not.
bool isVolatileKey(const QString &key, FactKind kind)
{
    return kind == FactKind::Duration || kind == FactKind::Size || key == QLatin1String("processes") ||
           key == QLatin1String("queue") || key == QLatin1String("reductions") ||
           key == QLatin1String("link.packets");
}

Node nodeCalled(const NodeName &name, const Cluster &cluster)
{
    if (const Node *known = cluster.node(name))
        return *known;
    Node node;
    node.name = name;
    return node;
}
} // namespace

/// `key`, operator and value of a word; without a key it is plain.
struct NodeFilter::Parts
{
    QString key;
    Operator comparison = Operator::Is;
    bool compares = false;
    QString value;

    static Parts of(const QString &body)
    {
        Parts parts;
        const qsizetype end =
            std::min({positionOf(body, u':'), positionOf(body, u'<'), positionOf(body, u'>')});
        // A name may hold no colon before its `@`, so a colon there is always a key's.
        if (end == 0 || end == body.size() || body.left(end).contains(u'@'))
            return parts;
        parts.key = body.left(end).toLower();
        QString rest = body.mid(body.at(end) == u':' ? end + 1 : end);
        static constexpr std::pair<QLatin1String, Operator> Operators[] = {
            {QLatin1String("<="), Operator::LessOrEqual},
            {QLatin1String(">="), Operator::MoreOrEqual},
            {QLatin1String("<"), Operator::Less},
            {QLatin1String(">"), Operator::More},
            {QLatin1String("="), Operator::Is}};
        for (const auto &[sign, comparison] : Operators) {
            if (!rest.startsWith(sign))
                continue;
            parts.comparison = comparison;
            parts.compares = comparison != Operator::Is;
            rest = rest.mid(sign.size());
            break;
        }
        parts.value = rest;
        return parts;
    }

private:
    static qsizetype positionOf(const QString &text, QChar sign)
    {
        const qsizetype at = text.indexOf(sign);
        return at < 0 ? text.size() : at;
    }
};

QStringList NodeFilter::keys()
{
    QStringList names;
    for (const auto &key : nodeKeys())
        names.append(key.name);
    for (const auto &key : linkKeys())
        names.append(key.name);
    for (const auto &key : eventKeys())
        names.append(key.name);
    return names;
}

// ---- Reading ----

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
    Parts parts = Parts::of(body);
    const qsizetype flag = keyAt(linkKeys(), body.toLower());
    const bool alone = parts.key.isEmpty() && flag >= 0;
    if (alone)
        parts.key = body.toLower();
    if (parts.key.isEmpty()) {
        word.pattern = patternOf(body, false);
        m_words.append(word);
        return;
    }
    const std::optional<FactKind> kind = takeKey(word, parts.key);
    std::optional<Error::Kind> wrong;
    if (!kind)
        wrong = Error::Kind::UnknownKey;
    else if (alone && *kind != FactKind::Flag)
        wrong = Error::Kind::EmptyPattern;
    else
        wrong = takePattern(word, *kind, parts);
    if (!wrong) {
        m_volatile = m_volatile || isVolatileKey(parts.key, *kind);
        m_words.append(word);
    } else if (!m_error) {
        report(*wrong, parts, position, text.size());
    }
}

void NodeFilter::report(Error::Kind kind, const Parts &parts, qsizetype position, qsizetype length)
{
    Error error{kind, parts.key, position, length, {}, {}};
    if (kind == Error::Kind::UnknownKey) {
        error.others = keysNear(parts.key);
    } else if (kind == Error::Kind::UnknownValue) {
        error.value = parts.value;
        error.others = valuesOf(parts.key);
    }
    m_error = error;
}

QStringList NodeFilter::valuesOf(const QString &key)
{
    const auto in = [&](const auto &keys) {
        const qsizetype at = keyAt(keys, key);
        return at >= 0 && keys.at(at).values ? keys.at(at).values() : QStringList();
    };
    return in(nodeKeys()) + in(linkKeys()) + in(eventKeys());
}

QStringList NodeFilter::keysNear(const QString &key)
{
    QStringList near;
    int least = int(std::max<qsizetype>(1, key.size() / 3)) + 1; // more changes make another word
    for (const QString &known : keys()) {
        // `tls` is meant as `link.tls`.
        const int changes = known.endsWith(u'.' + key) ? 0 : changesBetween(key, known);
        if (changes > least || (changes == least && near.isEmpty()))
            continue;
        if (changes < least)
            near.clear();
        least = changes;
        near.append(known);
    }
    return near;
}

std::optional<FactKind> NodeFilter::takeKey(Word &word, const QString &key)
{
    word.subject = Subject::Node;
    word.key = keyAt(nodeKeys(), key);
    if (word.key >= 0)
        return nodeKeys().at(word.key).kind;
    word.subject = Subject::Link;
    word.key = keyAt(linkKeys(), key);
    if (word.key >= 0)
        return linkKeys().at(word.key).kind;
    word.subject = Subject::Event;
    word.key = keyAt(eventKeys(), key);
    if (word.key >= 0)
        return eventKeys().at(word.key).kind;
    return std::nullopt;
}

std::optional<NodeFilter::Error::Kind> NodeFilter::takePattern(Word &word, FactKind kind, const Parts &parts)
{
    if (kind == FactKind::Flag) {
        word.number = 1;
        return parts.value.isEmpty() && !parts.compares ? std::nullopt : std::optional(Error::Kind::FlagOnly);
    }
    if (parts.value.isEmpty())
        return Error::Kind::EmptyPattern;
    word.comparison = parts.comparison;
    if (kind == FactKind::Text) {
        if (parts.compares)
            return Error::Kind::NotCompared;
        word.pattern = patternOf(parts.value, true);
        const QStringList values = valuesOf(parts.key);
        const bool possible =
            values.isEmpty() || std::any_of(values.begin(), values.end(), [&](const QString &value) {
                return word.pattern.match(value).hasMatch();
            });
        return possible ? std::nullopt : std::optional(Error::Kind::UnknownValue);
    }
    word.number = quantityOf(parts.value, kind);
    if (word.number)
        return std::nullopt;
    // A count may be asked for by its text, too: `release:2*`.
    if (kind != FactKind::Count || parts.compares)
        return Error::Kind::NotANumber;
    word.pattern = patternOf(parts.value, true);
    return std::nullopt;
}

// ---- Matching ----

bool NodeFilter::Word::holds(const Fact &fact) const
{
    if (!number)
        return holdsOf(fact.text);
    // What is not known is neither more nor less, and not turned round either.
    if (!fact.number)
        return false;
    const double value = *fact.number;
    bool is = false;
    switch (comparison) {
    case Operator::Is:
        is = value == *number;
        break;
    case Operator::Less:
        is = value < *number;
        break;
    case Operator::LessOrEqual:
        is = value <= *number;
        break;
    case Operator::More:
        is = value > *number;
        break;
    case Operator::MoreOrEqual:
        is = value >= *number;
        break;
    }
    return is != negated;
}

bool NodeFilter::Word::holdsOf(const QString &text) const
{
    return pattern.match(text).hasMatch() != negated;
}

bool NodeFilter::plainHold(const QStringList &texts) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&](const Word &word) {
        return word.subject != Subject::Plain ||
               std::any_of(texts.begin(), texts.end(), [&](const QString &text) {
                   return word.pattern.match(text).hasMatch();
               }) != word.negated;
    });
}

bool NodeFilter::nodeHolds(const Node &node, const Cluster &cluster) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&](const Word &word) {
        return word.subject != Subject::Node || word.holds(nodeKeys().at(word.key).fact(node, cluster));
    });
}

bool NodeFilter::linkHolds(const Link &link, const Cluster &cluster) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&](const Word &word) {
        return word.subject != Subject::Link || word.holds(linkKeys().at(word.key).fact(link, cluster));
    });
}

bool NodeFilter::someEndHolds(const QList<NodeName> &ends, const Cluster &cluster) const
{
    return !asksOf(Subject::Node) || std::any_of(ends.begin(), ends.end(), [&](const NodeName &end) {
        return !end.isNull() && nodeHolds(nodeCalled(end, cluster), cluster);
    });
}

bool NodeFilter::asksOf(Subject subject) const
{
    return std::any_of(m_words.begin(), m_words.end(),
                       [subject](const Word &word) { return word.subject == subject; });
}

bool NodeFilter::matches(const Node &node, const Cluster &cluster) const
{
    if (asksOf(Subject::Event) || !plainHold({node.name.text()}) || !nodeHolds(node, cluster))
        return false;
    if (!asksOf(Subject::Link))
        return true;
    const QList<Link> links = cluster.linksOf(node.name);
    return std::any_of(links.begin(), links.end(),
                       [&](const Link &link) { return linkHolds(link, cluster); });
}

bool NodeFilter::matches(const Link &link, const Cluster &cluster) const
{
    return !asksOf(Subject::Event) && plainHold({link.key.a.text(), link.key.b.text()}) &&
           linkHolds(link, cluster) && someEndHolds({link.key.a, link.key.b}, cluster);
}

bool NodeFilter::matches(const Event &event, const Cluster &cluster, const QStringList &texts) const
{
    const bool own = std::all_of(m_words.begin(), m_words.end(), [&](const Word &word) {
        return word.subject != Subject::Event || word.holds(eventKeys().at(word.key).fact(event, cluster));
    });
    if (!own || !plainHold(texts) || !someEndHolds({event.node, event.source}, cluster))
        return false;
    if (!asksOf(Subject::Link))
        return true;
    if (event.node.isNull() || event.source.isNull() || event.node == event.source)
        return false;
    const Link *link = cluster.link(LinkKey(event.source, event.node));
    return link && linkHolds(*link, cluster);
}

bool NodeFilter::matches(const NodeName &name, const Cluster &cluster) const
{
    Node node;
    node.name = name;
    return matches(node, cluster);
}

} // namespace nodescope::models
