// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/form_bar.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QStandardItemModel>
#include <QToolButton>

#include <array>

using namespace insights::v1;

namespace {

struct Form
{
    Visualization visualization;
    const char *icon;
    const char *name;
};

constexpr std::array forms{
    Form{VISUALIZATION_LINE, "line", QT_TRANSLATE_NOOP("FormBar", "Lines")},
    Form{VISUALIZATION_AREA, "area", QT_TRANSLATE_NOOP("FormBar", "Areas")},
    Form{VISUALIZATION_BAR, "bar", QT_TRANSLATE_NOOP("FormBar", "Bars side by side")},
    Form{VISUALIZATION_BAR, "stacked-bar", QT_TRANSLATE_NOOP("FormBar", "Stacked bars")},
    Form{VISUALIZATION_TABLE, "table", QT_TRANSLATE_NOOP("FormBar", "Table")},
    Form{VISUALIZATION_KPI, "kpi", QT_TRANSLATE_NOOP("FormBar", "Number")},
};
constexpr int groupedBars = 2; // of forms
constexpr int stackedBars = 3;

bool isForm(int form, Visualization visualization, bool isStacked)
{
    const bool isBar = form == groupedBars || form == stackedBars;
    return forms[std::size_t(form)].visualization == visualization && (!isBar || (form == stackedBars) == isStacked);
}

} // namespace

bool hasForms(const QuerySpec &spec)
{
    const auto visualization = spec.visualization();
    return spec.events_size() > 0 && visualization != VISUALIZATION_FUNNEL && visualization != VISUALIZATION_RETENTION;
}

ChartForm chartFormOf(Visualization visualization)
{
    switch (visualization) {
    case VISUALIZATION_AREA: return ChartForm::Area;
    case VISUALIZATION_BAR: return ChartForm::Bar;
    default: return ChartForm::Line;
    }
}

FormBar::FormBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_forms(new QButtonGroup(this))
    , m_scale(new QComboBox)
{
    setObjectName(QStringLiteral("formBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    createForms();
    row->addSpacing(8);
    createScales();
    row->addWidget(m_scale);
    showForm();
}

void FormBar::createForms()
{
    for (int i = 0; i < int(forms.size()); ++i) {
        const Form &form = forms[std::size_t(i)];
        auto *button = new QToolButton;
        button->setObjectName(QStringLiteral("form-") + QLatin1String(form.icon));
        button->setIcon(m_theme.icon(QLatin1String(form.icon)));
        button->setIconSize({16, 16});
        button->setFixedSize(32, 28);
        button->setCheckable(true);
        button->setToolTip(tr(form.name));
        button->setAccessibleName(tr(form.name));
        button->setFocusPolicy(Qt::TabFocus);
        Theme::setSegment(*button, i, int(forms.size()));
        m_forms->addButton(button, i);
        layout()->addWidget(button);
    }
    connect(m_forms, &QButtonGroup::idClicked, this, &FormBar::choose);
}

void FormBar::createScales()
{
    m_scale->setObjectName(QStringLiteral("scale"));
    m_scale->setAccessibleName(tr("Scale of values"));
    m_scale->addItem(tr("Linear"), int(ScaleKind::Linear));
    m_scale->addItem(tr("Log"), int(ScaleKind::Log));
    m_scale->addItem(tr("Percent"), int(ScaleKind::Percent));
    m_scale->setItemData(2, tr("Shares of all series"), Qt::ToolTipRole);
    QSizePolicy policy = m_scale->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the forms stay where the mouse is
    m_scale->setSizePolicy(policy);
    connect(m_scale, &QComboBox::activated, this,
            [this](int index) { chooseScale(ScaleKind(m_scale->itemData(index).toInt())); });
}

void FormBar::chooseScale(ScaleKind scale)
{
    m_shape.scale = scale;
    Q_EMIT shapeChosen(m_shape);
}

void FormBar::chooseForm(Visualization visualization, bool stackedBars)
{
    for (int i = 0; i < int(forms.size()); ++i)
        if (isForm(i, visualization, stackedBars))
            choose(i);
}

void FormBar::choose(int form)
{
    const bool wasStacked = m_shape.stackedBars;
    if (form == groupedBars || form == stackedBars)
        m_shape.stackedBars = form == stackedBars;
    showForm(); // as it is: the answer moves the mark
    if (m_shape.stackedBars != wasStacked)
        Q_EMIT shapeChosen(m_shape);
    if (const Visualization chosen = forms[std::size_t(form)].visualization; chosen != m_visualization)
        Q_EMIT formChosen(chosen);
}

void FormBar::setVisualization(Visualization visualization)
{
    m_visualization = visualization == VISUALIZATION_UNSPECIFIED ? VISUALIZATION_LINE : visualization;
    showForm();
}

void FormBar::setShape(const ChartShape &shape)
{
    m_shape = shape;
    showForm();
}

void FormBar::setSeveralSeries(bool several)
{
    m_severalSeries = several;
    showScale();
}

void FormBar::showForm()
{
    for (int i = 0; i < int(forms.size()); ++i)
        if (isForm(i, m_visualization, m_shape.stackedBars))
            m_forms->button(i)->setChecked(true);
    m_shape.form = chartFormOf(m_visualization);
    showScale();
}

void FormBar::showScale()
{
    const bool hasScale = m_visualization != VISUALIZATION_TABLE && m_visualization != VISUALIZATION_KPI;
    m_scale->setVisible(hasScale);
    const int count = m_severalSeries ? 2 : 1;
    const bool mayLog = !m_shape.isStacked(count);
    auto *items = qobject_cast<QStandardItemModel *>(m_scale->model());
    items->item(1)->setEnabled(mayLog);
    items->item(1)->setToolTip(mayLog ? QString()
                                      : tr("Stacked parts have no log scale: choose lines or bars side by side"));
    m_scale->setCurrentIndex(m_scale->findData(int(m_shape.scaleFor(count))));
}
