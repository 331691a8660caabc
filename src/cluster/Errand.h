#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include "base/Clock.h"
#include "base/NodeName.h"

/// Errands: what people have done with processes and functions of nodes, and how it went, step by step.
namespace nodescope::cluster {

enum class ErrandKind : quint8 {
    Send,    ///< a message
    GenCall, ///< `gen_server:call/3`
    GenCast, ///< `gen_server:cast/2`
    Call,    ///< a function with arguments
    Exit,    ///< an exit signal
    Monitor, ///< wait for the end of a process
};

/// The node of the pid that stands for our own mailbox in Errand::externalTerm, until there is one: its
/// numbers are 0. No node can have such a name.
inline constexpr char16_t SelfPlaceNode[] = u"nodescope self";

/// What is to be done. Acting: where it does not only concern practice nodes, it must be armed.
struct Errand
{
    quint64 id = 0; ///< chosen by who asks, never twice
    ErrandKind kind = ErrandKind::Send;
    base::NodeName via;  ///< the node that does it, over its own link to `node`; null: we
    base::NodeName node; ///< whose process or function it is
    QString process;     ///< a registered name, or `#Pid<…>`, `#Ref<…>` in Erlang's syntax; not of Call
    QString module;      ///< of Call
    QString function;    ///< of Call
    /// Message, request, list of arguments or reason, in External Term Format with its version byte.
    QByteArray externalTerm;
    /// How long answers are awaited. 0: not at all.
    base::Duration wait = std::chrono::seconds(5);
};

enum class ErrandStepKind : quint8 {
    Prepared,   ///< a process that does it runs on `where`
    Sent,       ///< it left us for `where`; `size` bytes
    Relayed,    ///< `where` did it over its own link
    Delivered,  ///< the process was there after it must have arrived; detail: which
    Absent,     ///< nobody was there, or not any more
    NotKnown,   ///< whether it arrived cannot be known; detail: why
    Answered,   ///< a message or a value came back; `size` bytes, detail: its text, cut
    Raised,     ///< the function, or the call, raised; detail: class and reason
    Ended,      ///< the process ended; detail: reason
    StillAlive, ///< the process has not ended in the time
    TimedOut,   ///< no answer in the time
    Failed,     ///< it could not be done; detail: a stable identifier, e.g. `noconnection`, and more
};

/// `prepared`, `sent`, `relayed`, `delivered`, `absent`, `not_known`, `answered`, `raised`, `ended`,
/// `still_alive`, `timed_out`, `failed`.
[[nodiscard]] QString identifierOf(ErrandStepKind kind);
/// `send`, `gen_call`, `gen_cast`, `call`, `exit`, `monitor`.
[[nodiscard]] QString identifierOf(ErrandKind kind);

/// One step of an errand, with the time since its start.
struct ErrandStep
{
    ErrandStepKind kind = ErrandStepKind::Failed;
    base::NodeName where; ///< null: here
    base::Duration after{};
    qint64 size = 0; ///< bytes in External Term Format; 0: there are none, or they are not known
    QString detail;  ///< in the protocol's words, untranslated; cut

    friend bool operator==(const ErrandStep &, const ErrandStep &) = default;
};

/// An errand and how far it is. It grows step by step.
struct ErrandReport
{
    /// How many steps are kept, and how many bytes of the last answer; `droppedSteps` counts those beyond.
    static constexpr qsizetype MaxSteps = 200;
    static constexpr qsizetype MaxAnswerBytes = 1024 * 1024;

    Errand errand;
    QList<ErrandStep> steps;
    qint64 droppedSteps = 0;
    bool running = true;
    /// The last answer in External Term Format; empty: none, or a larger one.
    QByteArray answer;
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::ErrandReport)
