#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QTcpServer>
#include <QTcpSocket>

#include "support/CaptureWriter.h"

namespace nodescope::test {

/// Stands between two peers on loopback, and writes down what goes by as packets of a capture. Works in the
/// thread's event loop. Several relays may share one capture.
class RecordingRelay
{
public:
    /// What a server sent, to be changed before it goes on; what is recorded is what the client gets.
    using Rewrite = std::function<QByteArray(const QByteArray &)>;

    explicit RecordingRelay(CaptureWriter &capture, Rewrite rewrite = {});
    Q_DISABLE_COPY_MOVE(RecordingRelay)

    [[nodiscard]] bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Where connections lead; may be set late.
    void setUpstream(quint16 port) { m_upstream = port; }

private:
    struct Pair
    {
        Pair(CaptureWriter &writer, TcpTalk::Ends ends)
            : capture(writer)
            , talk(ends)
        {
        }
        void record(bool fromClient, quint8 flags, const QByteArray &bytes);
        void pass(bool fromClient, const Rewrite &rewrite);
        void end(bool fromClient);

        CaptureWriter &capture;
        TcpTalk talk;
        std::unique_ptr<QTcpSocket> client;
        QTcpSocket server;
        bool ended[2] = {false, false}; // by client, by server
    };

    void accept();

    CaptureWriter &m_capture;
    Rewrite m_rewrite;
    QTcpServer m_server;
    quint16 m_upstream = 0;
    std::vector<std::unique_ptr<Pair>> m_pairs;
};

} // namespace nodescope::test
