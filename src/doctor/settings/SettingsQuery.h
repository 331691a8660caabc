#pragma once

#include <QObject>

#include "dist/LocalNode.h"
#include "doctor/settings/NodeSettings.h"

namespace nodescope::doctor {

/// What is asked of one node.
struct SettingsQuestion
{
    /// How many peers' cookies are compared in one request.
    static constexpr qsizetype MaxPeers = 500;

    QList<base::NodeName> peers; ///< for whom the cookies are wanted as digests
    QByteArray nonce;            ///< the same for all nodes that are compared; see makeNonce()
    /// Whether it tries its EPMD at up to four addresses of its own host: is it open to others?
    bool epmdFromOutside = false;
    base::NodeName viewOf; ///< what it sees of this node; null: nothing
    bool onlyView = false; ///< ask nothing but that
    /// With `viewOf`: it opens a TCP connection to that node's port, and closes it.
    bool knock = false;
};

/// Random bytes of a cryptographic generator, for one round of comparisons.
[[nodiscard]] QByteArray makeNonce();

/// Asks one connected node how it is set: by one call of `erl_eval:exprs/2` (and a second for its view of
/// another node), by single calls where that is refused, or not at all (C and Java nodes). Nothing is
/// changed, installed or left behind; secrets stay there (NodeSettings).
///
/// What runs there is read-only: see the README of doctor for all of it. The node's `net_kernel` gets three
/// seconds; its resolver and EPMD what is left of twelve.
///
/// Emits `finished` once, in a later turn of the loop, then deletes itself later. Lives on the network
/// thread. `self` must outlive it.
class SettingsQuery final : public QObject
{
    Q_OBJECT

public:
    SettingsQuery(dist::LocalNode &self, const base::NodeName &node, SettingsQuestion question,
                  QObject *parent);
    void start();

Q_SIGNALS:
    void finished(const nodescope::doctor::NodeSettings &settings);

private:
    using Answer = std::function<void(const term::Term &)>;
    struct Call
    {
        QString module;
        QString function;
        std::vector<term::Term> arguments;
    };

    void evaluate(const term::Term &forms, const term::Term &bindings,
                  std::function<void(const dist::CallResult &)> answer);
    void onSettings(const dist::CallResult &result);
    void onView(const dist::CallResult &result);
    void ask(const Call &call, Answer answer);
    void askSingly();
    void askCookiesSingly();
    void askViewSingly();
    void answered();
    void finish();

    dist::LocalNode &m_self;
    const SettingsQuestion m_question;
    NodeSettings m_settings;
    int m_open = 0;
};

} // namespace nodescope::doctor
