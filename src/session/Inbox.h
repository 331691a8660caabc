#pragma once

#include <QObject>

#include "cluster/Mail.h"
#include "dist/LocalNode.h"

namespace nodescope::session {

/// A process of ours under a registered name that everybody we are linked with can send to, and whatever
/// else of ours shall have its messages kept. Each message becomes a Mail: who, when, how large, its bytes.
///
/// Keeps no message itself. Should somebody kill the process, another takes its place and name.
///
/// Signals: `arrived` for each message, `mailboxChanged` after mailbox() answers otherwise. Lives on the
/// network thread; `self` must outlive it.
class Inbox final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype ExcerptCharacters = 240;

    explicit Inbox(dist::LocalNode &self, QString name = defaultName(), QObject *parent = nullptr);
    ~Inbox() override;

    [[nodiscard]] static QString defaultName() { return QStringLiteral("inbox"); }
    /// Null only if the name is taken.
    [[nodiscard]] dist::LocalProcess *process() const { return m_process; }
    /// The messages of another process of ours are kept as well, for as long as it lives.
    void collect(dist::LocalProcess &process);
    /// Makes a mail of a message that another part of ours has received, and tells nobody. `node`: where it
    /// came from; null: from this program. `from` without a node: the signal does not say.
    [[nodiscard]] cluster::Mail keep(const term::Term &message, const term::Pid &from,
                                     const base::NodeName &node, const QString &receiver, qint64 wireBytes);
    [[nodiscard]] cluster::Mailbox mailbox() const;
    /// How many came so far.
    [[nodiscard]] quint64 received() const { return m_received; }

Q_SIGNALS:
    void arrived(const nodescope::cluster::Mail &mail);
    void mailboxChanged(const nodescope::cluster::Mailbox &mailbox);

private:
    void open();
    void take(const dist::LocalProcess &process, const dist::Delivery &delivery);
    void tellMailbox();

    dist::LocalNode &m_self;
    const QString m_name;
    dist::LocalProcess *m_process = nullptr; ///< owned by the node
    cluster::Mailbox m_told;
    quint64 m_received = 0;
};

} // namespace nodescope::session
