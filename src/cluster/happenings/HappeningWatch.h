#pragma once

#include <QHash>
#include <QSet>

#include "cluster/Delta.h"
#include "cluster/happenings/Happening.h"

namespace nodescope::cluster {

/// Finds splits, heals, lost nodes and flapping in the deltas of a cluster, live or replayed: the same deltas
/// give the same happenings. Pure: no timer, no clock; times come with the deltas.
///
/// How: who is together follows from the links that are up between live nodes (this program and hidden links
/// left out). A change is judged once nothing has changed for Settle, since a split is told by many nodes one
/// after the other; or after MaxWait, for a cluster that never rests. A group that is several groups then,
/// each of live nodes, was split; it is healed with the link that joins the last of them. Nodes that nobody
/// sees any more were lost. Where we lost sight of a node only because its watcher went, it counts as
/// neither.
///
/// What cannot be known: whether nodes that nobody of ours sees live on among themselves. They count as lost.
class HappeningWatch
{
public:
    static constexpr qint64 Settle = 2'000;       ///< milliseconds
    static constexpr qint64 MaxWait = 15'000;     ///< milliseconds
    static constexpr qint64 FlapWindow = 300'000; ///< milliseconds
    static constexpr int FlapCount = 3;           ///< so many times within the window
    /// Beyond so many nodes or links only the first are watched for flapping.
    /// So long it may take until all who were connected to a node that died have lost it.
    static constexpr qint64 LossTime = 15'000;
    static constexpr qsizetype MaxFlapping = 20'000;
    /// So many happenings go on at once; what comes beyond is told, and its end is not.
    static constexpr qsizetype MaxOpen = 500;

    /// What is new or has changed by time alone, and then by these deltas. `time`: milliseconds since the
    /// epoch, of their arrival; an earlier one than before counts as that.
    [[nodiscard]] QList<Happening> take(qint64 time, const Deltas &deltas);
    /// Time has gone on, and nothing came.
    [[nodiscard]] QList<Happening> advance(qint64 time);
    /// When advance() has something to say at the soonest; 0: not before the next delta.
    [[nodiscard]] qint64 nextMoment() const;

private:
    struct Member
    {
        bool alive = false;
        qint64 since = 0;
    };
    struct Loss
    {
        QString reason;
        qint64 time = 0; ///< the first time
        int count = 1;
    };
    struct Flaps
    {
        QList<qint64> times; ///< of the last losses
        quint64 open = 0;    ///< the happening's id, while it goes on
    };
    struct Subject
    {
        base::NodeName a;
        base::NodeName b; ///< null: the node a itself
        friend bool operator==(const Subject &, const Subject &) = default;
        friend size_t qHash(const Subject &subject, size_t seed = 0)
        {
            return qHashMulti(seed, subject.a, subject.b);
        }
    };
    using Groups = QList<QList<base::NodeName>>;

    void note(const NodeChanged &delta);
    void note(const NodeRemoved &delta);
    void note(const LinkChanged &delta);
    void note(const LinkRemoved &delta);
    void note(const EventHappened &delta);
    template<class Other>
    void note(const Other &)
    {
    }
    void setLink(const LinkKey &key, bool up, const QString &reason, const QDateTime &since);
    /// When a change happened that arrives now, as its event tells it.
    [[nodiscard]] qint64 momentOf(const QDateTime &since) const;
    void unsettle();
    void settle();
    void findSplits(const Groups &now);
    void findLost();
    void endHealed(const Groups &now);
    void endReturned();
    [[nodiscard]] qint64 healedAt(const Happening &split) const;
    void findFlappingLinks();
    void noteLoss(const Subject &subject, const Loss &loss);
    void quietenFlaps();
    void tell(Happening &happening);
    void end(quint64 id, qint64 time);
    [[nodiscard]] Groups groups() const;
    [[nodiscard]] bool isAlive(const base::NodeName &node) const;
    /// Fills in when it began and why, from the links that were lost between its sides; false: there are
    /// none.
    [[nodiscard]] bool explain(Happening &split) const;

    QHash<base::NodeName, Member> m_members;
    QHash<base::NodeName, QSet<base::NodeName>> m_links; ///< up, both ways
    Groups m_settled;                                    ///< as it was at the last judgement
    QHash<LinkKey, Loss> m_lostLinks;                    ///< since then
    QHash<LinkKey, qint64> m_newLinks;                   ///< since then
    QHash<base::NodeName, Loss> m_lostNodes;             ///< since then
    QHash<base::NodeName, qint64> m_lossTold; ///< by the first who lost the node, maybe before all did
    QHash<quint64, Happening> m_open;
    QHash<Subject, Flaps> m_flaps;
    QList<Happening> m_news;
    qint64 m_time = 0;
    qint64 m_unsettledSince = 0; ///< 0: settled
    qint64 m_lastChange = 0;
    qint64 m_nextQuiet = 0;
    quint64 m_lastId = 0;
};

} // namespace nodescope::cluster
