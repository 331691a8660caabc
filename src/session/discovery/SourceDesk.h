#pragma once

#include <functional>
#include <map>
#include <memory>

#include <QObject>
#include <QTimer>

#include "dist/EpmdClient.h"
#include "session/Picture.h"
#include "session/discovery/NodeSource.h"

namespace nodescope::session {

/// The sources of discovery: adds, switches, asks and removes them, and has the picture know what each says
/// of each node. Connects to nobody.
///
/// Signals: `changed` when the picture may have; `neighboursSwitched` when what watched nodes see is to be
/// followed, or no more. Lives on the network thread; what it is given must outlive it.
class SourceDesk final : public QObject
{
    Q_OBJECT

public:
    /// How many sources there may be.
    static constexpr size_t MaxSources = 200;

    /// `epmdPortOf` answers under which EPMD port a node is looked up.
    SourceDesk(const base::Clock &clock, dist::EpmdClient &epmd, Picture &picture,
               std::function<quint16(const base::NodeName &)> epmdPortOf, QObject *parent = nullptr);
    ~SourceDesk() override;

    /// Why it was not added, as identifier; empty: it was, or was there already and is on.
    [[nodiscard]] QString add(const cluster::SourceSpec &spec);
    /// False: there is none of this id.
    bool remove(const QString &id);
    bool setOn(const QString &id, bool on);
    /// Null: all that are on.
    bool ask(const QString &id);
    /// All but the neighbours go.
    void clear();
    /// Each that is on has answered once.
    [[nodiscard]] bool isSettled() const;
    /// No question is under way.
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    void changed();
    void neighboursSwitched(bool on);

private:
    struct Entry
    {
        cluster::DiscoverySource source;
        std::unique_ptr<NodeSource> asker; ///< none while it is off, and for lists and neighbours
        QTimer timer;
        QSet<base::NodeName> told; ///< what it tells of now
    };

    void start(Entry &entry);
    void stop(Entry &entry);
    void askNow(Entry &entry);
    void onAnswered(Entry &entry, const SourceAnswer &answer);
    void takeFound(Entry &entry, const SourceAnswer &answer);
    void takeMissing(Entry &entry, const SourceAnswer &answer, const QSet<base::NodeName> &found);
    [[nodiscard]] QList<base::NodeName> namesFor(const Entry &entry, const Found &found) const;
    [[nodiscard]] bool couldKnow(const Entry &entry, const SourceAnswer &answer,
                                 const cluster::Node &node) const;
    void publish(Entry &entry);

    const base::Clock &m_clock;
    dist::EpmdClient &m_epmd;
    Picture &m_picture;
    const std::function<quint16(const base::NodeName &)> m_epmdPortOf;
    std::map<QString, std::unique_ptr<Entry>> m_entries;
};

/// Whether two ways to write a host mean the same one as far as text tells: equal but for case, or one is the
/// first label of the other.
[[nodiscard]] bool isSameHost(const QString &a, const QString &b);

} // namespace nodescope::session
