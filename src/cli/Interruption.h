#pragma once

#include <optional>

#include <QObject>
#include <QSocketNotifier>

namespace nodescope::cli {

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal, so that a command that runs for long ends in
/// order. As long as this object lives the three are blocked for this thread, and for threads that
/// are started meanwhile; afterwards they do what they did before.
///
/// Make it before the first thread is started (a name look-up starts one). Optionally it also watches over
/// the reader of an output that may be silent for long: when a pipe's other end is closed, that is an
/// interruption, too.
class Interruption final : public QObject
{
    Q_OBJECT

public:
    /// `output`: a descriptor whose reader may go away; -1: none.
    explicit Interruption(int output = -1, QObject *parent = nullptr);
    ~Interruption() override;

Q_SIGNALS:
    void interrupted();

private:
    int m_descriptor;
    QSocketNotifier m_notifier;
    std::optional<QSocketNotifier> m_outputNotifier;
};

} // namespace nodescope::cli
