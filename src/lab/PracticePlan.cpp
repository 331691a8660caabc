#include "lab/PracticePlan.h"

#include <algorithm>
#include <array>

namespace nodescope::lab {

namespace {

/// Names as textbooks of cryptography like them; "mallory" and her like are for those with another
/// cookie, "heidi" and her like for those that hide.
constexpr std::array VisibleNames{
    "alice", "bob",    "carol", "dave",   "erin",   "frank",  "grace",  "ivan",   "judy",  "kate",
    "leo",   "mike",   "nina",  "olivia", "peggy",  "quinn",  "rupert", "sybil",  "trent", "uma",
    "vera",  "walter", "xenia", "yves",   "zoe",    "adam",   "bella",  "chuck",  "diana", "emil",
    "flora", "gustav", "hanna", "igor",   "julia",  "karl",   "linda",  "moritz", "nora",  "otto",
    "paula", "ralf",   "sarah", "tom",    "ursula", "viktor", "wanda",  "xaver",  "yara",  "zeno"};
constexpr std::array HiddenNames{"heidi", "harvey", "hector", "helga"};
constexpr std::array OtherCookieNames{"mallory", "oscar", "eve", "trudy"};
constexpr int OddOnesEvery = 15;
static_assert(VisibleNames.size() >= PracticeOptions::MaxNodes);
static_assert(HiddenNames.size() > PracticeOptions::MaxNodes / OddOnesEvery);
static_assert(OtherCookieNames.size() > PracticeOptions::MaxNodes / OddOnesEvery);

void linkUp(std::vector<PlannedNode> &nodes, int visible)
{
    for (int i = 0; i < int(nodes.size()); ++i) {
        PlannedNode &node = nodes[std::size_t(i)];
        if (node.otherCookie) {
            node.dials = {0};
            // Those who share the other cookie are a cluster of their own.
            for (int j = visible; j < i; ++j)
                if (nodes[std::size_t(j)].otherCookie)
                    node.dials.push_back(j);
        } else if (node.hidden) {
            const int first = i % visible;
            node.dials = {std::min(first, (first + 1) % visible), std::max(first, (first + 1) % visible)};
        } else {
            for (int j = 0; j < i; ++j)
                node.dials.push_back(j);
        }
        node.dials.erase(std::unique(node.dials.begin(), node.dials.end()), node.dials.end());
    }
}

} // namespace

QString freeName(const QString &wanted, const QSet<QString> &taken)
{
    if (!taken.contains(wanted))
        return wanted;
    for (int number = 2;; ++number) {
        QString name = wanted + QString::number(number);
        if (!taken.contains(name))
            return name;
    }
}

std::optional<base::NodeName> practiceName(const QString &name, const PracticeOptions &options)
{
    const QString text = name + u'@' + options.host;
    return base::NodeName::parse(text);
}

std::vector<PlannedNode> planCluster(const PracticeOptions &options, const QSet<QString> &taken)
{
    const int count = std::clamp(options.nodes, PracticeOptions::MinNodes, PracticeOptions::MaxNodes);
    const int odd = 1 + count / OddOnesEvery;
    const int others = options.otherCookie && count >= 3 ? odd : 0;
    const int hidden = options.hidden && count >= 4 ? odd : 0;
    const int visible = count - others - hidden;

    QSet<QString> used = taken;
    std::vector<PlannedNode> nodes;
    const auto add = [&](const QString &wanted, bool isHidden, bool hasOtherCookie) {
        const QString name = freeName(wanted, used);
        used.insert(name);
        const auto nodeName = practiceName(name, options);
        if (nodeName)
            nodes.push_back(PlannedNode{*nodeName, isHidden, hasOtherCookie, {}});
    };
    for (int i = 0; i < visible; ++i)
        add(QString::fromLatin1(VisibleNames[std::size_t(i)]), false, false);
    for (int i = 0; i < hidden; ++i)
        add(QString::fromLatin1(HiddenNames[std::size_t(i)]), true, false);
    for (int i = 0; i < others; ++i)
        add(QString::fromLatin1(OtherCookieNames[std::size_t(i)]), false, true);
    if (int(nodes.size()) != count)
        return {};
    linkUp(nodes, visible);
    return nodes;
}

} // namespace nodescope::lab
