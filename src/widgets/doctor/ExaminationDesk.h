#pragma once

#include <optional>

#include <QDateTime>
#include <QList>
#include <QObject>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"

namespace nodescope::widgets {

/// The examinations of this window: starts them, knows which one came before which, and repeats them.
/// What they found is in the store. Decides without a screen.
///
/// Cookies that were given for an examination are kept in memory with it, so that it can be repeated, and
/// go with it. The latest MaxEntries are kept.
class ExaminationDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxEntries = 50;

    /// What is wanted: an intent without its id.
    using Request = cluster::Examine;
    struct Entry
    {
        Request request; ///< with its id
        QDateTime asked; ///< UTC
        /// The person did not agree to what it takes, so nothing was done.
        bool withdrawn = false;
        /// The session would not: it could not read what it was given, or may not act. It says so elsewhere.
        bool refused = false;
    };

    /// The store must outlive the desk.
    explicit ExaminationDesk(const cluster::ClusterStore &store, QObject *parent = nullptr);

    /// Starts an examination; answers with its id. A running one of the same two ends is cancelled.
    quint64 begin(Request request);
    /// The same again, under a new id; 0 when that one is not known.
    quint64 repeat(quint64 id);
    void cancel(quint64 id);

    /// The oldest first.
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    /// Null when it is not known.
    [[nodiscard]] const Entry *entry(quint64 id) const;
    /// What is known of it; null until the first word of it came.
    [[nodiscard]] const cluster::Examination *examination(quint64 id) const;
    /// Begun, neither withdrawn, refused nor ended.
    [[nodiscard]] bool isRunning(quint64 id) const;
    /// The latest ended examination of the same two ends before that one; null: none.
    [[nodiscard]] const cluster::Examination *before(quint64 id) const;

public Q_SLOTS:
    /// The person did not agree to an intent. An examination that was to have a node try only compares
    /// settings then.
    void takeBack(const nodescope::cluster::Intent &intent);

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);
    /// After it is among the entries, before its intent goes out.
    void begun(quint64 id);
    /// What is known of it changed.
    void changed(quint64 id);
    /// All were forgotten.
    void emptied();

private:
    [[nodiscard]] Entry *find(quint64 id);
    void noteRefusal();

    const cluster::ClusterStore &m_store;
    QList<Entry> m_entries;
    quint64 m_lastId = 0;
};

} // namespace nodescope::widgets
