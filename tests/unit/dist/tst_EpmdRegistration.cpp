#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include "dist/EpmdRegistration.h"
#include "dist/EpmdServer.h"

using namespace nodescope;
using namespace nodescope::dist;

class tst_EpmdRegistration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAName()
    {
        EpmdServer server;
        const quint16 port = *server.listen(0);
        auto registration = make(port);
        QSignalSpy registered(registration.get(), &EpmdRegistration::registered);
        registration->start();
        QVERIFY(registered.wait());
        QVERIFY(registration->creation() > 3);
        QCOMPARE(registration->state(), EpmdRegistration::State::Registered);
        QCOMPARE(server.registrations().size(), std::size_t(1));
        registration.reset();
        QTRY_VERIFY(server.registrations().empty());
    }

    void comesBackWithThePortMapper()
    {
        EpmdServer server;
        const quint16 port = *server.listen(0);
        const auto registration = make(port);
        QSignalSpy registered(registration.get(), &EpmdRegistration::registered);
        QSignalSpy lost(registration.get(), &EpmdRegistration::lost);
        registration->start();
        QVERIFY(registered.wait());
        server.close();
        QVERIFY(lost.wait());
        QVERIFY(server.listen(port).ok());
        QVERIFY(registered.wait());
        QCOMPARE(server.registrations().size(), std::size_t(1));
    }

    void waitsForAPortMapper()
    {
        EpmdServer server;
        const quint16 port = *server.listen(0);
        server.close();
        const auto registration = make(port);
        QSignalSpy unreachable(registration.get(), &EpmdRegistration::unreachable);
        QSignalSpy registered(registration.get(), &EpmdRegistration::registered);
        registration->start();
        QVERIFY(unreachable.wait());
        QVERIFY(server.listen(port).ok());
        QVERIFY(registered.wait());
    }

    void aTakenNameIsFinal()
    {
        EpmdServer server;
        const quint16 port = *server.listen(0);
        const auto first = make(port);
        QSignalSpy registered(first.get(), &EpmdRegistration::registered);
        first->start();
        QVERIFY(registered.wait());
        const auto second = make(port);
        QSignalSpy refused(second.get(), &EpmdRegistration::refused);
        second->start();
        QVERIFY(refused.wait());
        QCOMPARE(second->state(), EpmdRegistration::State::Refused);
    }

private:
    [[nodiscard]] std::unique_ptr<EpmdRegistration> make(quint16 port) const
    {
        protocol::epmd::Registration wanted;
        wanted.name = QStringLiteral("alice");
        wanted.port = 4711;
        auto registration = std::make_unique<EpmdRegistration>(wanted, port, m_clock);
        registration->setRetryInterval(std::chrono::milliseconds(50));
        return registration;
    }

    base::SystemClock m_clock;
};

QTEST_GUILESS_MAIN(tst_EpmdRegistration)
#include "tst_EpmdRegistration.moc"
