#pragma once

#include <memory>
#include <vector>

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include "dist/LocalNode.h"
#include "dist/TcpTransport.h"

namespace nodescope::test {

namespace control = protocol::control;

/// A peer of a listening LocalNode that says exactly what the test wants, and keeps what it hears. Its
/// cookie is `cookie`.
class RawPeer
{
public:
    static constexpr quint32 Creation = 77;

    explicit RawPeer(dist::LocalNode &node, protocol::Flags flags = protocol::masks::Recommended)
        : m_node(node)
    {
        protocol::HandshakeSettings settings;
        settings.ownName = base::NodeName::literal(u"raw@127.0.0.1");
        settings.creation = Creation;
        settings.flags = flags;
        settings.expectedPeer = node.identity().name;
        settings.cookie = base::Secret("cookie");
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress::LocalHost, node.listeningPort());
        if (!socket->waitForConnected(5000))
            qFatal("no connection");
        link = std::make_unique<dist::Link>(std::make_unique<dist::TcpTransport>(std::move(socket)),
                                            protocol::Role::Initiator, settings, m_book, m_clock,
                                            dist::LinkSettings());
        QObject::connect(link.get(), &dist::Link::received, link.get(),
                         [this](const protocol::Signal &signal) { heard.push_back(signal); });
        link->start();
        if (!QTest::qWaitFor(
                [&] { return m_node.isConnected(name()) && link->state() == dist::Link::State::Up; }))
            qFatal("no link");
    }

    [[nodiscard]] base::NodeName name() const { return base::NodeName::literal(u"raw@127.0.0.1"); }
    [[nodiscard]] term::Pid pid(quint32 id = 1) const { return {name().text(), id, 0, Creation}; }
    [[nodiscard]] term::Reference reference(quint32 number = 1) const
    {
        return {name().text(), Creation, {number, 0, 0}};
    }
    void say(const protocol::ControlMessage &message, const term::Term &payload = {}) const
    {
        QCOMPARE(link->send(message, payload), dist::SendResult::Sent);
    }
    /// Waits until so many signals were heard in all, and nothing comes for a moment.
    [[nodiscard]] bool hears(std::size_t count)
    {
        return QTest::qWaitFor([&] { return heard.size() >= count; }) && settle() && heard.size() == count;
    }
    /// Everything said so far has been dealt with: an exit signal to nobody is answered by a monitor's end.
    [[nodiscard]] bool settle()
    {
        const term::Reference mark = reference(++m_marks + 1'000'000);
        link->send(control::Monitor{pid(), QStringLiteral("nobody there"), mark});
        bool answered = false;
        const bool done = QTest::qWaitFor([&] {
            for (std::size_t i = 0; i < heard.size() && !answered; ++i) {
                const auto *end = std::get_if<control::MonitorExit>(&heard[i].control);
                answered = end && end->reference == mark;
                if (answered)
                    heard.erase(heard.begin() + std::ptrdiff_t(i));
            }
            return answered;
        });
        return done;
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const protocol::Signal &signal : heard)
            names << protocol::operationName(int(signal.operation));
        return names;
    }
    template<class T>
    [[nodiscard]] const T &last() const
    {
        return std::get<T>(heard.back().control);
    }

    std::vector<protocol::Signal> heard;
    std::unique_ptr<dist::Link> link;

private:
    dist::LocalNode &m_node;
    base::SystemClock m_clock;
    protocol::ChallengeBook m_book;
    quint32 m_marks = 0;
};

} // namespace nodescope::test
