// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_form.h"

#include "ui/builder/completion_field.h"
#include "ui/builder/controls.h"
#include "ui/import/import_models.h"
#include "ui/import/import_table.h"
#include "ui/import/import_words.h"
#include "ui/text/number_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace datasets::v1;

namespace {

constexpr int labelWidth = 104;
constexpr int badRowHeight = 28;

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

std::vector<Candidate> zones()
{
    std::vector<Candidate> candidates;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        candidates.push_back({QString::fromLatin1(id), 0, {}, 0});
    return candidates;
}

QLabel *note(const Theme &theme, const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setFont(theme.font(Type::Axis));
    label->setProperty("tone", "text3");
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ImportForm::ImportForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_badLines(new BadLineModel(this))
{
    setObjectName(QStringLiteral("importForm"));
    setFixedWidth(usualWidth);
    createWidgets();
    const auto choosePart = [this](QComboBox *combo, ColumnRole part) {
        connect(combo, &QComboBox::activated, this,
                [this, combo, part](int index) { Q_EMIT partChosen(part, combo->itemData(index).toString()); });
    };
    choosePart(m_event, COLUMN_ROLE_EVENT);
    choosePart(m_time, COLUMN_ROLE_TIME);
    choosePart(m_user, COLUMN_ROLE_USER);
    connect(m_project, &QComboBox::currentTextChanged, this, &ImportForm::showProject);
    connect(m_zone, &CompletionField::accepted, this, [this](const QString &zone) {
        m_zone->setValue(zone);
        showProject();
    });
    connect(m_startAnew, &QCheckBox::toggled, this, &ImportForm::showProject);
    showProject();
}

QLabel *ImportForm::addRow(QFormLayout *form, const QString &label, QWidget *field)
{
    auto *name = new QLabel(label);
    name->setProperty("tone", "text2");
    name->setFixedWidth(labelWidth);
    name->setMinimumHeight(controlHeight);
    name->setBuddy(field);
    field->setAccessibleName(label);
    form->addRow(name, field);
    return name;
}

QComboBox *ImportForm::addPart(QFormLayout *form, const QString &label, const char *name)
{
    auto *combo = new QComboBox;
    combo->setObjectName(QLatin1String(name));
    combo->setPlaceholderText(tr("Choose a column"));
    combo->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    addRow(form, label, combo);
    return combo;
}

void ImportForm::createWidgets()
{
    const auto form = [] {
        auto *layout = new QFormLayout;
        layout->setHorizontalSpacing(12);
        layout->setVerticalSpacing(8);
        layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        return layout;
    };
    auto *columns = form();
    m_event = addPart(columns, partName(COLUMN_ROLE_EVENT), "importEvent");
    m_time = addPart(columns, partName(COLUMN_ROLE_TIME), "importTime");
    m_user = addPart(columns, partName(COLUMN_ROLE_USER), "importUser");

    auto *project = form();
    m_project = new QComboBox;
    m_project->setObjectName(QStringLiteral("importProject"));
    m_project->setEditable(true);
    m_project->setPlaceholderText(tr("A name")); // without one the first project would be chosen by itself
    m_project->setInsertPolicy(QComboBox::NoInsert);
    m_project->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    addRow(project, tr("Into project"), m_project);
    m_projectNote = note(m_theme, "importProjectNote");
    project->addRow(m_projectNote);
    m_zone = new CompletionField(m_theme, CompletionField::Look::Framed);
    m_zone->setObjectName(QStringLiteral("importZone"));
    m_zone->setCandidates(zones());
    m_zone->setValue(QStringLiteral("UTC"));
    addRow(project, tr("Time zone"), m_zone);
    m_weekStart = new QComboBox;
    m_weekStart->setObjectName(QStringLiteral("importWeekStart"));
    m_weekStart->addItem(tr("Monday"), QStringLiteral("monday"));
    m_weekStart->addItem(tr("Sunday"), QStringLiteral("sunday"));
    addRow(project, tr("Weeks begin on"), m_weekStart);
    m_startAnew = new QCheckBox(tr("Start the project anew"));
    m_startAnew->setObjectName(QStringLiteral("importStartAnew"));
    project->addRow(m_startAnew);

    m_badTitle = sectionTitle(m_theme, tr("Lines that hold no event"), this);
    auto *list = new QListView;
    list->setObjectName(QStringLiteral("importBadLines"));
    list->setAccessibleName(tr("Lines that hold no event"));
    list->setModel(m_badLines);
    list->setItemDelegate(new ImportCellDelegate(m_theme, badRowHeight, list));
    list->setUniformItemSizes(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_badList = list;
    m_badNote = note(m_theme, "importBadNote");

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(sectionTitle(m_theme, tr("Columns"), this));
    column->addLayout(columns);
    column->addSpacing(12);
    column->addWidget(sectionTitle(m_theme, tr("Project"), this));
    column->addLayout(project);
    column->addSpacing(12);
    column->addWidget(m_badTitle);
    column->addWidget(m_badList, 1);
    column->addWidget(m_badNote);
    column->addStretch();
    showBadLines({}, 0, false);
}

void ImportForm::setProjects(const std::vector<catalog::v1::Project> &projects)
{
    const QString name = m_project->currentText();
    m_projects = projects;
    m_project->clear();
    for (const auto &project : projects)
        m_project->addItem(text(project.id()));
    m_project->setCurrentText(name);
}

void ImportForm::setProject(const QString &name)
{
    m_project->setCurrentText(name);
}

void ImportForm::fillPart(QComboBox &combo, const PreviewResponse &preview, ColumnRole role, const std::string &chosen)
{
    combo.clear();
    QStringList holders;
    for (const PreviewColumn &column : preview.columns()) {
        combo.addItem(text(column.name()), text(column.name()));
        if (column.role() == role)
            holders << text(column.name());
    }
    if (holders.size() > 1) { // whichever of them has a value
        combo.insertItem(0, holders.join(tr(", else ")), QString());
        combo.setCurrentIndex(0);
        return;
    }
    combo.setCurrentIndex(combo.findData(holders.isEmpty() ? text(chosen) : holders.first()));
}

void ImportForm::showPreview(const PreviewResponse &preview, const ColumnMap &map)
{
    fillPart(*m_event, preview, COLUMN_ROLE_EVENT, map.event());
    fillPart(*m_time, preview, COLUMN_ROLE_TIME, map.time());
    fillPart(*m_user, preview, COLUMN_ROLE_USER, map.user());
}

void ImportForm::showBadLines(const google::protobuf::RepeatedPtrField<BadLine> &lines, quint64 count, bool namesFiles)
{
    m_badLines->setLines(lines, namesFiles);
    m_badList->setMaximumHeight(lines.size() * badRowHeight);
    for (QWidget *widget : {static_cast<QWidget *>(m_badTitle), m_badList, static_cast<QWidget *>(m_badNote)})
        widget->setVisible(count > 0);
    m_badNote->setText(count > quint64(lines.size())
                           ? tr("The first %1 of %2. They are left out.")
                                 .arg(fullNumber(double(lines.size())), fullNumber(double(count)))
                           : tr("They are left out; the other lines come in."));
}

void ImportForm::setEditable(bool editable)
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_event, m_time, m_user, m_project, m_startAnew})
        field->setEnabled(editable);
    const bool isNew = known() == nullptr;
    m_zone->setEnabled(editable && (isNew || m_startAnew->isChecked()));
    m_weekStart->setEnabled(m_zone->isEnabled());
}

const catalog::v1::Project *ImportForm::known() const
{
    for (const auto &project : m_projects)
        if (text(project.id()) == m_project->currentText())
            return &project;
    return nullptr;
}

// Zone and week of a project that is there are its own; a new one chooses.
void ImportForm::showProject()
{
    const catalog::v1::Project *present = known();
    const QString badName = projectNameProblem(m_project->currentText());
    const QString problem = !badName.isEmpty() ? badName
        : isZone()                             ? QString()
                                               : tr("“%1” is no time zone.").arg(m_zone->value());
    setInvalid(*m_project, !badName.isEmpty());
    setInvalid(*m_zone, !isZone());
    if (!problem.isEmpty())
        m_projectNote->setText(problem);
    else if (present == nullptr)
        m_projectNote->setText(tr("A new project."));
    else if (m_startAnew->isChecked())
        m_projectNote->setText(
            tr("Its %1 events go, those of the file come.").arg(fullNumber(double(present->event_count()))));
    else
        m_projectNote->setText(
            tr("There already, with %1 events: these are added.").arg(fullNumber(double(present->event_count()))));
    m_projectNote->setProperty("tone", problem.isEmpty() ? "text3" : "bad");
    Theme::repolish(m_projectNote);
    m_startAnew->setVisible(present != nullptr);
    if (present != nullptr && !m_startAnew->isChecked()) {
        m_zone->setValue(text(present->timezone()));
        m_weekStart->setCurrentIndex(m_weekStart->findData(text(present->week_start())));
    }
    setEditable(m_project->isEnabled());
    if (isZone())
        Q_EMIT timezoneChosen(m_zone->value());
    Q_EMIT changed();
}

bool ImportForm::isZone() const
{
    return QTimeZone::isTimeZoneIdAvailable(m_zone->value().toLatin1());
}

ImportTarget ImportForm::target() const
{
    const bool startsAnew = known() != nullptr && m_startAnew->isChecked();
    return {m_project->currentText().toStdString(), m_zone->value().toStdString(),
            m_weekStart->currentData().toString().toStdString(), startsAnew};
}

bool ImportForm::isComplete() const
{
    return projectNameProblem(m_project->currentText()).isEmpty() && isZone();
}
