#pragma once

#include <optional>

#include <QList>
#include <QRegularExpression>
#include <QString>

#include "cluster/Cluster.h"
#include "models/FilterKeys.h"

namespace nodescope::models {

/// What a Find field asks for, as a value: of nodes, links and events alike.
///
/// The language: words apart by spaces, all of which must hold. A plain word matches anywhere in a node's
/// name. `key:pattern` matches the whole of one fact, where `*` and `?` are wildcards; `key:<n`, `<=`, `>`,
/// `>=` compare a number, with the colon or without (`release<26`, `memory:>1G`, `since:<5m`). A key that is
/// a flag stands alone (`link.hidden`). A minus before a word turns it round. Letter case does not count. The
/// keys are those of FilterKeys.h; values are the stable identifiers of `cluster`.
///
/// - A node is found if all words about nodes hold of it, and all words about links of one and the same of
///   its links.
/// - A link is found if all words about links hold of it, plain words match either end, and the other words
///   about nodes all hold of one end.
/// - An event is found if its own words hold, plain words match one of its texts, and the others its node or
///   source.
///
/// Words with a mistake count for nothing; error() tells of the first.
class NodeFilter
{
public:
    /// What is wrong, and where in the text, in characters.
    struct Error
    {
        enum class Kind {
            UnknownKey,   ///< `word` is the key
            EmptyPattern, ///< nothing follows `word`
            NotANumber,   ///< what follows `word` is to be a number
            NotCompared,  ///< `word` is a text: it is not more or less than another
            FlagOnly,     ///< `word` stands alone
            UnknownValue, ///< what follows `word` is none of the values that it can have
        };
        Kind kind = Kind::UnknownKey;
        QString word;
        qsizetype position = 0;
        qsizetype length = 0;
        QString value; ///< of UnknownValue: what follows
        QStringList
            others; ///< of UnknownValue: all that could; of UnknownKey: the keys nearest to it, if any
    };

    NodeFilter() = default;
    [[nodiscard]] static NodeFilter parse(const QString &text);
    /// The keys of the language, in the order in which they are offered.
    [[nodiscard]] static QStringList keys();

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Whether it asks for what changes without a change of the node or link itself: figures, counters, ages.
    [[nodiscard]] bool isVolatile() const { return m_volatile; }

    [[nodiscard]] bool matches(const cluster::Node &node, const cluster::Cluster &cluster) const;
    [[nodiscard]] bool matches(const cluster::Link &link, const cluster::Cluster &cluster) const;
    /// `texts`: what the event's row says; plain words are looked for there.
    [[nodiscard]] bool matches(const cluster::Event &event, const cluster::Cluster &cluster,
                               const QStringList &texts) const;
    /// For what EPMD knows of: only its name and host are there to be matched.
    [[nodiscard]] bool matches(const base::NodeName &name, const cluster::Cluster &cluster) const;

private:
    enum class Subject { Plain, Node, Link, Event };
    enum class Operator { Is, Less, LessOrEqual, More, MoreOrEqual };
    struct Word
    {
        Subject subject = Subject::Plain;
        qsizetype key = 0; ///< in the keys of its subject
        Operator comparison = Operator::Is;
        std::optional<double> number; ///< to compare with; else the pattern
        QRegularExpression pattern;
        bool negated = false;

        [[nodiscard]] bool holds(const Fact &fact) const;
        [[nodiscard]] bool holdsOf(const QString &text) const;
    };
    struct Parts; // of a word, as typed

    void parseWord(const QString &word, qsizetype position);
    void report(Error::Kind kind, const Parts &parts, qsizetype position, qsizetype length);
    /// All that a key can have; empty: anything.
    [[nodiscard]] static QStringList valuesOf(const QString &key);
    [[nodiscard]] static QStringList keysNear(const QString &key);
    /// What kind of fact the key asks for; empty: there is no such key.
    [[nodiscard]] static std::optional<FactKind> takeKey(Word &word, const QString &key);
    [[nodiscard]] static std::optional<Error::Kind> takePattern(Word &word, FactKind kind,
                                                                const Parts &parts);
    [[nodiscard]] bool plainHold(const QStringList &texts) const;
    [[nodiscard]] bool nodeHolds(const cluster::Node &node, const cluster::Cluster &cluster) const;
    [[nodiscard]] bool linkHolds(const cluster::Link &link, const cluster::Cluster &cluster) const;
    [[nodiscard]] bool someEndHolds(const QList<base::NodeName> &ends, const cluster::Cluster &cluster) const;
    [[nodiscard]] bool asksOf(Subject subject) const;

    QList<Word> m_words;
    std::optional<Error> m_error;
    bool m_volatile = false;
};

} // namespace nodescope::models
