#pragma once

#include <QObject>

#include "dist/LocalProcess.h"

namespace nodescope::dist {

/// The group leader of what we spawn elsewhere. It answers the io protocol (stdlib, "The Erlang I/O
/// Protocol"), since a process that writes waits for the answer: output is taken and told, input is at
/// its end, options and geometry are not supported.
///
/// Part of LocalNode, which owns it.
class IoSink final : public QObject
{
    Q_OBJECT

public:
    explicit IoSink(LocalProcess &process, QObject *parent = nullptr);

Q_SIGNALS:
    void output(const nodescope::base::NodeName &peer, const QString &text);

private:
    void take(const term::Term &message, const base::NodeName &peer);
    [[nodiscard]] term::Term answerAll(const term::Term &request, const base::NodeName &peer);
    [[nodiscard]] term::Term answer(const term::Term &request, const base::NodeName &peer);

    LocalProcess &m_process;
};

} // namespace nodescope::dist
