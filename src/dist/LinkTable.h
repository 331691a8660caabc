#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QHash>
#include <QObject>

#include "dist/Link.h"
#include "dist/LocalNode.h"

namespace nodescope::dist {

/// The links of one LocalNode that are up, by their peer's name; at most one for each.
///
/// Part of LocalNode, which owns it.
class LinkTable final : public QObject
{
    Q_OBJECT

public:
    explicit LinkTable(QObject *parent = nullptr);
    ~LinkTable() override;

    using Receiver = std::function<void(const base::NodeName &peer, const protocol::Signal &signal)>;
    /// Who takes what the peers send, set before the first link. No signal of Qt's: there is one such, and a
    /// flood would pay for each of them.
    void setReceiver(Receiver receiver) { m_receiver = std::move(receiver); }

    /// Takes a link that has just come up. An older one to the same peer gives way first.
    void add(std::unique_ptr<Link> link, bool incoming);
    bool close(const QString &peer, link_down::ClosedByUs::Why why);
    void closeAll();

    struct Entry
    {
        Link *link = nullptr; // child of the table
        LinkInfo info;
        quint64 order = 0;
    };
    /// All of a link; null without one. Stands until the table changes.
    [[nodiscard]] const Entry *entry(const QString &peer) const;
    [[nodiscard]] Link *find(const QString &peer) const;
    [[nodiscard]] const LinkInfo *info(const QString &peer) const;
    [[nodiscard]] std::vector<LinkInfo> all() const;
    /// What both ends may use; empty without a link.
    [[nodiscard]] protocol::Flags agreed(const QString &peer) const;
    /// Whether one of our acceptors knows us by this name.
    [[nodiscard]] bool isOwnName(const QString &node) const;

    SendResult send(const QString &peer, const protocol::ControlMessage &control,
                    const term::Term &payload = {});

Q_SIGNALS:
    void up(const nodescope::dist::LinkInfo &link);
    void ticked(const nodescope::base::NodeName &peer);
    void tickMissed(const nodescope::base::NodeName &peer, int inARow);
    void writable(const nodescope::base::NodeName &peer);
    void measured(const nodescope::base::NodeName &peer, const nodescope::dist::LinkMeasure &measure);
    void dropped(const nodescope::base::NodeName &peer, const QString &why);
    void down(const nodescope::dist::LinkInfo &link, const nodescope::dist::link_down::Reason &reason);

private:
    void listenTo(Link *link, const LinkInfo &info);

    Receiver m_receiver;
    QHash<QString, Entry> m_links;
    /// What was looked for last: messages come and go in rows, and hashing a name for each costs more than
    /// the rest. Null after every change of the table.
    mutable QString m_lastPeer;
    mutable const Entry *m_last = nullptr;
    quint64 m_lastOrder = 0;
};

} // namespace nodescope::dist
