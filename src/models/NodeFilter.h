#pragma once

#include <optional>

#include <QList>
#include <QRegularExpression>
#include <QString>

#include "cluster/Cluster.h"

namespace nodescope::models {

/// What the Find field asks for, as a value.
///
/// The language: words apart by spaces, all of which must hold. A plain word matches anywhere in the
/// node's name; `key:pattern` matches the whole of one fact, where `*` and `?` are wildcards. Keys:
/// `name`, `host`, `state`, `kind`, `release`, `watched`, `cause`, with the stable identifiers of
/// cluster/Node.h, and `is:hidden`. A minus before a word turns it round. Letter case does not count.
class NodeFilter
{
public:
    /// What is wrong, and where in the text, in characters.
    struct Error
    {
        enum class Kind { UnknownKey, EmptyPattern };
        Kind kind = Kind::UnknownKey;
        QString word;
        qsizetype position = 0;
    };

    NodeFilter() = default;
    /// A filter of the words that are right; error() holds the first one that is not.
    [[nodiscard]] static NodeFilter parse(const QString &text);
    /// The keys of the language, for completion.
    [[nodiscard]] static QStringList keys();

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] bool matches(const cluster::Node &node) const;
    /// For what EPMD knows of: only its name and host are there to be matched.
    [[nodiscard]] bool matches(const base::NodeName &name) const;

private:
    struct Word
    {
        QString key; ///< empty: anywhere in the name
        QRegularExpression pattern;
        bool negated = false;
    };
    void parseWord(const QString &word, qsizetype position);
    [[nodiscard]] static QString fact(const cluster::Node &node, const QString &key);

    QList<Word> m_words;
    std::optional<Error> m_error;
};

} // namespace nodescope::models
