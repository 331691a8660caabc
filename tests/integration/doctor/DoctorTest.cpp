#include "DoctorTest.h"

namespace nodescope::test {

bool DoctorTest::enterNamespace(const Namespace::Options &options)
{
    m_namespace = std::make_unique<Namespace>(options);
    if (!m_namespace->start())
        return false;
    m_stage = std::make_unique<Stage>(m_table, m_namespace.get());
    return m_stage->ready();
}

QString DoctorTest::connectThere(Peer &from, const Peer &to)
{
    return from.evaluate(u"net_kernel:connect_node('%1')."_s.arg(to.name().text()), 20'000);
}

QString DoctorTest::ownFile(const QString &name, const QByteArray &bytes)
{
    const QString path = stage().cli().home() + u'/' + name;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        qFatal("cannot write a file of the test");
    return path;
}

void DoctorTest::initTestCase()
{
    if (const QString why = Peer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
}

void DoctorTest::init()
{
    m_stage = std::make_unique<Stage>(m_table);
    QVERIFY(m_stage->ready());
}

void DoctorTest::cleanup()
{
    m_stage.reset();
    m_namespace.reset();
}

} // namespace nodescope::test
