#include "models/FilterCompletion.h"

#include <QSet>

#include "models/FilterKeys.h"

namespace nodescope::models {

using namespace cluster;

namespace {
/// How many things are looked at for values: completing must not stall a large cluster.
constexpr qsizetype MaxLookedAt = 20000;

template<class Thing>
void addKeys(QStringList &words, const QList<FactKey<Thing>> &keys)
{
    for (const FactKey<Thing> &key : keys)
        words.append(key.kind == FactKind::Flag ? QString(key.name) : key.name + u':');
}

/// The values of a text key: those that can be, and those that there are.
template<class Thing, class Things>
void addValues(QSet<QString> &values, const FactKey<Thing> &key, const Things &things, const Cluster &cluster)
{
    if (key.values) {
        const QStringList possible = key.values();
        for (const QString &value : possible)
            values.insert(value);
        return;
    }
    qsizetype left = MaxLookedAt;
    for (const Thing &thing : things) {
        if (--left < 0)
            return;
        const QString value = key.fact(thing, cluster).text;
        // A value with a space would be two words.
        if (!value.isEmpty() && !value.contains(u' '))
            values.insert(value);
    }
}

/// Only texts and releases: figures are compared, not picked.
template<class Thing, class Things>
bool addValuesOf(QSet<QString> &values, const QString &name, const QList<FactKey<Thing>> &keys,
                 const Things &things, const Cluster &cluster)
{
    for (const FactKey<Thing> &key : keys) {
        if (key.name != name)
            continue;
        if (key.kind == FactKind::Text || name == QLatin1String("release"))
            addValues(values, key, things, cluster);
        return true;
    }
    return false;
}

QStringList valuesOf(const QString &key, const Cluster &cluster)
{
    QSet<QString> values;
    addValuesOf(values, key, nodeKeys(), cluster.nodes(), cluster) ||
        addValuesOf(values, key, linkKeys(), cluster.links(), cluster) ||
        addValuesOf(values, key, eventKeys(), cluster.events(), cluster);
    QStringList sorted(values.begin(), values.end());
    sorted.sort();
    return sorted;
}
} // namespace

FilterCompletion completionOf(const QString &text, qsizetype cursor, const Cluster &cluster)
{
    FilterCompletion completion;
    const QString before = text.left(cursor);
    completion.begin = before.lastIndexOf(u' ') + 1;
    if (completion.begin < before.size() && before.at(completion.begin) == u'-')
        ++completion.begin;
    completion.typed = before.mid(completion.begin);
    const qsizetype colon = completion.typed.indexOf(u':');
    QStringList words;
    if (colon > 0) {
        const QString key = completion.typed.left(colon).toLower();
        for (const QString &value : valuesOf(key, cluster))
            words.append(key + u':' + value);
    } else if (!completion.typed.isEmpty()) {
        addKeys(words, nodeKeys());
        addKeys(words, linkKeys());
        addKeys(words, eventKeys());
    }
    for (const QString &word : std::as_const(words)) {
        if (completion.words.size() >= FilterCompletion::MaxOffered)
            break;
        if (word.startsWith(completion.typed, Qt::CaseInsensitive) && word != completion.typed)
            completion.words.append(word);
    }
    return completion;
}

} // namespace nodescope::models
