#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QObject>

#include "base/Clock.h"
#include "dist/LocalProcess.h"

namespace nodescope::lab {

/// A registered process that replies. `{From, Message}` with a pid is answered by a message to it; any
/// other message by one to its sender, which the protocol names for messages to a registered name;
/// `gen_server:call/2` by a reply with the same content.
///
/// Owned by its node; ends when its process does.
class Service : public QObject
{
    Q_OBJECT

public:
    /// Registers itself under `name`, which must be free.
    Service(dist::LocalNode &node, const QString &name);

protected:
    /// What is replied, or nothing to stay silent.
    [[nodiscard]] virtual std::optional<term::Term> answer(const term::Term &message) = 0;

private:
    void take(const term::Term &message, const term::Pid &from);

    dist::LocalProcess *m_process = nullptr; // owned by the node
};

/// `echo`: replies `{echo, Message}`.
class EchoService final : public Service
{
public:
    EchoService(dist::LocalNode &node);

protected:
    [[nodiscard]] std::optional<term::Term> answer(const term::Term &message) override;
};

/// `counter`: `increment`, `decrement`, `{add, N}`, `reset` and `get` are replied to with
/// `{counter, Value}`, which wraps at 64 bits; anything else with `{counter, {error, unknown_request}}`.
class CounterService final : public Service
{
public:
    CounterService(dist::LocalNode &node);

protected:
    [[nodiscard]] std::optional<term::Term> answer(const term::Term &message) override;

private:
    qint64 m_value = 0;
};

/// `clock`: replies `{clock, {{Year, Month, Day}, {Hour, Minute, Second}}}`, in UTC, to anything.
class ClockService final : public Service
{
public:
    ClockService(dist::LocalNode &node);

protected:
    [[nodiscard]] std::optional<term::Term> answer(const term::Term &message) override;

private:
    const base::Clock &m_clock;
};

} // namespace nodescope::lab
