// What sources of discovery hand us: heartbeats of gossip, files of hosts, and profiles that were given away.

#include "FuzzInput.h"
#include "cluster/Profile.h"
#include "dist/GossipHeartbeat.h"
#include "session/discovery/HostsFileText.h"

using namespace nodescope;
using namespace nodescope::fuzz;

namespace {

void checkHeartbeat(const QByteArray &datagram, const base::Secret &secret)
{
    const auto node = dist::readHeartbeat(datagram, secret);
    if (!node.ok())
        return;
    FUZZ_CHECK(!node->isNull() && node->text().size() <= 255);
    FUZZ_CHECK(node->text() != QLatin1String("nonode@nohost"));
    FUZZ_CHECK(datagram.size() <= dist::MaxHeartbeatBytes);
}

void checkHosts(const QByteArray &text)
{
    const auto hosts = session::readHostsFile(text);
    if (!hosts.ok()) {
        FUZZ_CHECK(hosts.error().line >= 1 && hosts.error().line <= text.count('\n') + 1);
        FUZZ_CHECK(!hosts.error().what.isEmpty());
        return;
    }
    FUZZ_CHECK(hosts->size() <= session::MaxHostsOfFile);
    for (const QString &host : *hosts)
        FUZZ_CHECK(!host.isEmpty() && hosts->count(host) == 1 && !host.contains(u'@'));
}

/// What was read can be written and read again, and what is given away holds no path.
void checkProfile(const QByteArray &json)
{
    const auto profile = cluster::readProfile(json);
    if (!profile.ok()) {
        FUZZ_CHECK(!cluster::identifierOf(profile.error().fault).isEmpty());
        return;
    }
    FUZZ_CHECK(!profile->name.isEmpty() && profile->entry.size() <= cluster::MaxProfileNodes);
    for (const cluster::SourceSpec &source : profile->sources)
        FUZZ_CHECK(cluster::isUsable(source));
    FUZZ_CHECK(cluster::readProfile(cluster::toJson(*profile, false)).ok());
    const auto shared = cluster::readProfile(cluster::toJson(*profile, true));
    FUZZ_CHECK(shared.ok() && shared->cookieFile.isEmpty() && shared->tlsOptionFile.isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint8 kind = input.byte();
    const QByteArray bytes = input.rest().toByteArray();
    switch (kind & 3) {
    case 0:
        checkHeartbeat(bytes, {});
        // Most mutations of the prelude end at once.
        checkHeartbeat(QByteArray("heartbeat::") + bytes, {});
        break;
    case 1:
        checkHeartbeat(bytes, base::Secret("somepassword"));
        break;
    case 2:
        checkHosts(bytes);
        break;
    default:
        checkProfile(bytes);
        break;
    }
    return 0;
}
