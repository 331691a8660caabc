// Our figures as a client of an Erlang node, through LocalNode on its event loop.
//
//   bench_Links NODE COOKIE EPMD_PORT SECTION       SECTION: connect, call, small, send, receive, large,
//   sendlarge, receivelarge, flood
#include <fstream>
#include <functional>

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include "../Sample.h"
#include "dist/LocalNode.h"
#include "dist/PlainLoops.h"

using namespace nodescope;
using namespace nodescope::bench;

namespace {

constexpr const char *Who = "ours";

using dist::LocalNode;
using dist::LocalProcess;
using term::Term;

class Client final
{
public:
    Client(const QString &node, const QString &cookie, quint16 epmdPort)
        : m_peer(base::NodeName::literal(node))
        , m_node(dist::NodeIdentity::dynamic(QStringLiteral("127.0.0.1")), storeOf(cookie), m_clock,
                 settings())
    {
        m_options.epmdPort = epmdPort;
    }

    void run(const QString &section)
    {
        if (section == u"connect") {
            measureConnects();
            return;
        }
        connectOnce();
        QObject::connect(&m_node, &LocalNode::linkDown, &m_context,
                         [](const dist::LinkInfo &, const dist::link_down::Reason &reason) {
                             fail(dist::reasonName(reason));
                         });
        if (section == u"call") {
            // By spawn request as we do it, and as erl_interface asks: `rex`.
            for (const Way way : {Way{"call", "pipelined", dist::CallPreference::SpawnOnly},
                                  Way{"call.rex", "pipelined.rex", dist::CallPreference::RexOnly}}) {
                m_preference = way.preference;
                measureCalls(way.call);
                measurePipeline(way.pipelined);
            }
        } else if (section == u"small") {
            measureSending("send64", Amount::SmallMessages, Amount::SmallSize);
            measureReceiving("receive64", Amount::SmallMessages, Amount::SmallSize);
        } else if (section == u"receive") {
            measureReceiving("receive64", Amount::SmallMessages, Amount::SmallSize);
        } else if (section == u"send") {
            measureSending("send64", Amount::SmallMessages, Amount::SmallSize);
        } else if (section == u"sendlarge") {
            measureSending("send64k", Amount::LargeMessages, Amount::LargeSize);
        } else if (section == u"receivelarge") {
            measureReceiving("receive64k", Amount::LargeMessages, Amount::LargeSize);
        } else if (section == u"flood") {
            measureFlood();
        } else {
            measureSending("send64k", Amount::LargeMessages, Amount::LargeSize);
            measureReceiving("receive64k", Amount::LargeMessages, Amount::LargeSize);
        }
    }

private:
    /// A way to call, and what it is called in the table.
    struct Way
    {
        const char *call;
        const char *pipelined;
        dist::CallPreference preference;
    };

    /// A sender in bulk waits when so much waits to leave, so that its memory stays in the caches.
    static dist::LocalNodeSettings settings()
    {
        dist::LocalNodeSettings settings;
        settings.link.writeLimit = 1024 * 1024;
        return settings;
    }
    static dist::CookieStore storeOf(const QString &cookie)
    {
        dist::CookieStore store;
        store.setDefault(base::Secret(cookie.toLatin1()));
        return store;
    }
    /// Runs the loop until `done` is called.
    static void loop(const std::function<void(std::function<void()> done)> &start)
    {
        QEventLoop events;
        start([&events] { events.quit(); });
        events.exec();
    }
    static void fail(const char *why)
    {
        std::fprintf(stderr, "bench_Links: %s\n", why);
        std::exit(1);
    }

    double connectOnce()
    {
        const double begin = wallTime();
        double elapsed = 0;
        loop([&](const auto &done) {
            QObject::connect(&m_node, &LocalNode::linkUp, &m_context,
                             [&, begin] { elapsed = wallTime() - begin; });
            QObject::connect(&m_node, &LocalNode::dialFinished, &m_context,
                             [done](const dist::DialReport &report) {
                                 if (!report.connected())
                                     fail(dist::reasonName(report.end));
                                 done();
                             });
            m_node.dial(m_peer, m_options);
        });
        m_node.disconnect(&m_context);
        return elapsed;
    }
    void disconnectAndRest()
    {
        m_node.disconnectFrom(m_peer);
        loop([](const auto &done) { QTimer::singleShot(2, done); });
    }
    double connectAndRest(bool rememberedPort)
    {
        m_options.rememberedPort = rememberedPort;
        const double elapsed = connectOnce();
        disconnectAndRest();
        return elapsed;
    }
    /// In turn, so that both meet the peer in the same state.
    void measureConnects()
    {
        std::vector<double> asking;
        std::vector<double> remembering;
        for (int i = 0; i < Amount::Connects; ++i) {
            asking.push_back(connectAndRest(false));
            remembering.push_back(connectAndRest(true));
        }
        sample(Who, "connect", quantile(asking, 0.5));
        sample(Who, "connect.remembered", quantile(remembering, 0.5));
    }

    void call(const std::function<void()> &then)
    {
        dist::CallRequest request{m_peer, QStringLiteral("erlang"), QStringLiteral("node"), {}};
        request.preference = m_preference;
        m_node.call(request, &m_context, [then](const dist::CallResult &result) {
            if (!result.value())
                fail(dist::reasonName(result.end));
            then();
        });
    }
    void measureCalls(const std::string &name)
    {
        std::vector<double> times;
        double begin = 0;
        double start = 0;
        int left = Amount::CallsBefore + Amount::Calls;
        loop([&](const auto &done) {
            std::function<void()> next = [&] {
                begin = wallTime();
                call([&, done] {
                    times.push_back(wallTime() - begin);
                    if (--left == 0)
                        return done();
                    if (left == Amount::Calls) {
                        times.clear();
                        start = wallTime();
                    }
                    m_next();
                });
            };
            m_next = next;
            m_next();
        });
        sample(Who, name + ".rate", Amount::Calls * 1e6 / (wallTime() - start));
        sample(Who, name + ".median", quantile(times, 0.5));
        sample(Who, name + ".p99", quantile(times, 0.99));
    }
    void measurePipeline(const std::string &name)
    {
        int started = 0;
        int ended = 0;
        const double start = wallTime();
        const double processor = processorTime();
        loop([&](const auto &done) {
            m_next = [&, done] {
                ++started;
                call([&, done] {
                    if (++ended == Amount::PipelinedCalls)
                        return done();
                    if (started < Amount::PipelinedCalls)
                        m_next();
                });
            };
            for (int i = 0; i < Amount::PipelineDepth; ++i)
                m_next();
        });
        sample(Who, name + ".rate", Amount::PipelinedCalls * 1e6 / (wallTime() - start));
        sample(Who, name + ".cpu", (processorTime() - processor) / Amount::PipelinedCalls);
    }

    void measureSending(const char *name, int count, int size)
    {
        constexpr qsizetype BytesInTurn = 1024 * 1024;
        LocalProcess *process = m_node.createProcess();
        const QByteArray bytes(size, '\7');
        const dist::ProcessName target{m_peer, QStringLiteral("bench_count")};
        const Term question = Term::tuple({Term::atom(u"done"), Term::pid(process->pidOn(m_peer))});
        const double wall = wallTime();
        const double processor = processorTime();
        int left = count;
        loop([&](const auto &done) {
            QObject::connect(process, &LocalProcess::message, &m_context, done);
            // Some in each turn of the loop; when the link takes no more, again when it does; last of all the
            // question.
            m_next = [&] {
                for (qsizetype taken = 0; taken < BytesInTurn; taken += size) {
                    const Term message = left > 0 ? Term::binary(bytes) : question;
                    if (process->send(target, message) != dist::SendResult::Sent)
                        return;
                    if (left-- == 0)
                        return;
                }
                QTimer::singleShot(0, &m_context, m_next);
            };
            QObject::connect(&m_node, &LocalNode::linkWritable, &m_context, m_next);
            m_next();
        });
        QObject::disconnect(&m_node, &LocalNode::linkWritable, &m_context, nullptr);
        sampleTraffic(Who, name, count, size, wallTime() - wall, processorTime() - processor);
        process->exit();
    }
    void measureReceiving(const char *name, int count, int size)
    {
        LocalProcess *process = m_node.createProcess();
        const double wall = wallTime();
        const double processor = processorTime();
        int left = count;
        loop([&](const auto &done) {
            QObject::connect(process, &LocalProcess::message, &m_context, [&, done] {
                if (--left == 0)
                    done();
            });
            process->send(
                dist::ProcessName{m_peer, QStringLiteral("bench_source")},
                Term::tuple({Term::pid(process->pidOn(m_peer)), Term::integer(count), Term::integer(size)}));
        });
        sampleTraffic(Who, name, count, size, wallTime() - wall, processorTime() - processor);
        process->exit();
    }

    /// Memory after two million messages, at whatever rate they come.
    void measureFlood()
    {
        measureReceiving("flood", 10 * Amount::SmallMessages, Amount::SmallSize);
        std::ifstream status("/proc/self/status");
        for (std::string word; status >> word;) {
            double kilobytes = 0;
            if (word == "VmHWM:" && status >> kilobytes)
                sample(Who, "flood.rss", kilobytes / 1024);
        }
    }

    base::SystemClock m_clock;
    base::NodeName m_peer;
    dist::DialOptions m_options;
    LocalNode m_node;
    dist::CallPreference m_preference = dist::CallPreference::Best;
    QObject m_context;
    std::function<void()> m_next;
};

} // namespace

int main(int argc, char **argv)
{
    dist::usePlainLoops(dist::Loops::All); // as the network thread has
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 5)
        return 2;
    Client(words[1], words[2], words[3].toUShort()).run(words[4]);
    return 0;
}
