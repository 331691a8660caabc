#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include "base/Clock.h"
#include "base/NodeName.h"

/// Messages between processes, as far as we send, relay or receive them, step by step.
namespace nodescope::cluster {

/// What one step of an exchange is. Identifiers: `sent`, `relayed`, `delivered`, `received`, `answered`,
/// `failed`.
enum class StepKind {
    Sent,      ///< we have handed it to our link to the node of `to`
    Relayed,   ///< the node of `from` has sent it at our wish, over its own link to the node of `to`
    Delivered, ///< it is known to have reached `to`; `reason` says by what (e.g. `alive_monitor`)
    Received,  ///< it has reached a process of ours, and nobody of ours had asked for it
    Answered,  ///< the answer to the exchange has reached us: from who answered, to who had asked
    Failed,    ///< it is known not to have arrived, or not to be answered; `reason` says why
};
[[nodiscard]] QString identifierOf(StepKind kind);

/// By which signal, or which convention above it, a message travels. Identifiers: `message`, `call`, `cast`,
/// `function`, `exit`, `monitor`, `link`.
enum class MessageForm {
    Message,  ///< a plain message
    Call,     ///< `gen_server:call`
    Cast,     ///< `gen_server:cast`
    Function, ///< the call of a function
    Exit,     ///< an exit signal
    Monitor,  ///< monitor, demonitor, and `DOWN`
    Link,     ///< link and unlink
};
[[nodiscard]] QString identifierOf(MessageForm form);

/// One end of a message.
struct MessageEnd
{
    base::NodeName node; ///< selfName() for ours
    QString process;     ///< pid, registered name or alias as text; empty: not known, or no particular one

    friend bool operator==(const MessageEnd &, const MessageEnd &) = default;
};

/// A step of an exchange, as it was seen. Never changed once it is made. Moments are by our clock when we
/// did, or heard of, the step: they do not order what other nodes did among themselves.
struct MessageStep
{
    /// Of a term's text no more is kept.
    static constexpr qsizetype MaxText = 400;

    quint64 id = 0;       ///< rises by one per step of a session; 0 until the cluster numbers it
    quint64 exchange = 0; ///< the same for all steps of one exchange, from Picture::newExchange()
    StepKind kind = StepKind::Sent;
    MessageForm form = MessageForm::Message;
    MessageEnd from;
    MessageEnd to;
    QDateTime time;     ///< UTC, for showing
    base::Instant at{}; ///< the same moment, monotonic: order by this
    qint64 size = -1;   ///< of the term in External Term Format, bytes; -1: not known
    QString text;       ///< the term in Erlang's syntax, cut at MaxText with `…`
    QString reason;     ///< in the protocol's words, untranslated; see StepKind

    friend bool operator==(const MessageStep &, const MessageStep &) = default;
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::MessageStep)
