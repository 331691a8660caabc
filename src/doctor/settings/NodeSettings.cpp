#include "doctor/settings/NodeSettings.h"

namespace nodescope::doctor {

namespace {
constexpr QLatin1String Carriers[] = {QLatin1String("inet_tcp"), QLatin1String("inet6_tcp"),
                                      QLatin1String("inet_tls"), QLatin1String("inet6_tls")};

/// The carrier, if there is one alone and it is OTP's own.
std::optional<QString> carrierOf(const NodeSettings &settings)
{
    if (!settings.protocols || settings.protocols->size() != 1)
        return std::nullopt;
    const QString &only = settings.protocols->front();
    const bool known = std::find(std::begin(Carriers), std::end(Carriers), only) != std::end(Carriers);
    return known ? std::optional(only) : std::nullopt;
}
} // namespace

bool NodeSettings::isConnectedTo(const base::NodeName &peer) const
{
    return (visible && visible->contains(peer)) || isHiddenlyConnectedTo(peer);
}

bool NodeSettings::isHiddenlyConnectedTo(const base::NodeName &peer) const
{
    return hidden && hidden->contains(peer);
}

std::optional<bool> NodeSettings::usesTls() const
{
    const std::optional<QString> carrier = carrierOf(*this);
    return carrier ? std::optional(carrier->endsWith(QLatin1String("_tls"))) : std::nullopt;
}

std::optional<bool> NodeSettings::usesIpv6() const
{
    const std::optional<QString> carrier = carrierOf(*this);
    return carrier ? std::optional(carrier->startsWith(QLatin1String("inet6"))) : std::nullopt;
}

QString identifierOf(NodeSettings::NameMode mode)
{
    switch (mode) {
    case NodeSettings::NameMode::Short:
        return QStringLiteral("shortnames");
    case NodeSettings::NameMode::Long:
        return QStringLiteral("longnames");
    case NodeSettings::NameMode::Unknown:
        break;
    }
    return {};
}

} // namespace nodescope::doctor
