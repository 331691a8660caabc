#pragma once

#include <QWidget>

#include "cluster/ClusterStore.h"
#include "models/Matrix.h"
#include "widgets/common/SelectionModel.h"

class QComboBox;
class QLabel;

namespace nodescope::widgets {

class FilterField;
class MatrixKey;
class MatrixView;

/// The matrix with what goes with it: a filter, the order of the nodes, and what the signs mean.
class MatrixPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    MatrixPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    [[nodiscard]] MatrixView *view() const { return m_view; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void tellSize(int nodes, int groups);

    FilterField *m_find;
    QLabel *m_sortLabel;
    QComboBox *m_sorting;
    QLabel *m_size;
    MatrixKey *m_key;
    MatrixView *m_view;
    int m_nodes = 0;
    int m_groups = 0;
};

} // namespace nodescope::widgets
