#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include "cluster/ClusterStore.h"

namespace nodescope::app {

/// For tests/benchmarks: with NODESCOPE_MEASURE_START in the environment the program prints how long its
/// first frame and its practice cluster took, and its resident memory, and ends.
///
/// Lives on the window's thread.
class StartMeasure final : public QObject
{
    Q_OBJECT

public:
    /// `since` runs from the program's start; `nodes` is how many the practice cluster has.
    StartMeasure(QElapsedTimer since, int nodes, QWidget &window, const cluster::ClusterStore &store);
    [[nodiscard]] static bool isWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isClusterUp() const;
    void end();

    QElapsedTimer m_since;
    const int m_nodes;
    const cluster::ClusterStore &m_store;
    bool m_framed = false;
    bool m_up = false;
};

} // namespace nodescope::app
