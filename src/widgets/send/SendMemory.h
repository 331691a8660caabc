#pragma once

#include <QList>
#include <QObject>
#include <QSettings>

#include "base/NodeName.h"
#include "cluster/Errand.h"
#include "term/Printer.h"

namespace nodescope::widgets {

/// What was composed before, the newest first, and what people gave a name. Kept in the settings, bounded.
/// Names of nodes and the texts that were typed; no cookie can get here but by being typed.
class SendMemory : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxHistory = 50;
    static constexpr qsizetype MaxSnippets = 200;
    static constexpr qsizetype MaxCharacters = 8192; ///< a longer text is not kept

    struct Entry
    {
        QString name; ///< of a snippet
        cluster::ErrandKind kind = cluster::ErrandKind::Send;
        term::Syntax syntax = term::Syntax::Erlang;
        QString process;
        QString text;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    /// What was being composed when its dialog was closed, with where it was to go. Never written anywhere.
    struct Draft
    {
        Entry entry;
        base::NodeName node; ///< null: none was chosen
        base::NodeName via;  ///< null: this program

        [[nodiscard]] bool isEmpty() const { return entry.text.trimmed().isEmpty(); }
    };

    /// The settings must outlive it.
    explicit SendMemory(QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] QList<Entry> history() const { return read(QStringLiteral("send/history")); }
    void remember(const Entry &entry);
    void clearHistory();
    /// In the order of their names.
    [[nodiscard]] QList<Entry> snippets() const { return read(QStringLiteral("send/snippets")); }
    /// One of the same name is replaced. False if it is too long, or there are too many.
    bool keep(const Entry &entry);
    void drop(const QString &name);

    /// As long as the program runs; an empty one is none.
    [[nodiscard]] const Draft &draft() const { return m_draft; }
    void setDraft(const Draft &draft) { m_draft = draft; }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QList<Entry> read(const QString &key) const;
    void write(const QString &key, const QList<Entry> &entries);

    QSettings &m_settings;
    Draft m_draft;
};

} // namespace nodescope::widgets
