#pragma once

#include <memory>

#include <QObject>
#include <QPointer>
#include <QSet>

#include "base/Clock.h"
#include "dist/EpmdClient.h"
#include "dist/EpmdServer.h"
#include "lab/PracticeTypes.h"

namespace nodescope::lab {

/// Finds the port mapper for a practice cluster, by the rules of PracticeOptions::epmdPort: one that
/// runs is used and never disturbed; where none runs, one is embedded here.
///
/// start() is answered by `chosen` or `failed`, once, in a later turn of the loop. Lives on the network
/// thread; the embedded port mapper lives as long as this object.
class EpmdChoice final : public QObject
{
    Q_OBJECT

public:
    explicit EpmdChoice(const base::Clock &clock, QObject *parent = nullptr);
    ~EpmdChoice() override;

    void start(quint16 wantedPort, quint16 machinePort);
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] bool isEmbedded() const { return m_server != nullptr; }

Q_SIGNALS:
    /// `taken`: the names that are registered already.
    void chosen(const QSet<QString> &taken);
    void failed(const nodescope::lab::PracticeError &error);

private:
    void onAnswer(const dist::EpmdAnswer &answer);
    void embed(quint16 port);

    dist::EpmdClient m_client;
    QPointer<dist::EpmdQuery> m_query;
    std::unique_ptr<dist::EpmdServer> m_server;
    quint16 m_port = 0;
    bool m_mayMove = false; // another port is as good
};

} // namespace nodescope::lab
