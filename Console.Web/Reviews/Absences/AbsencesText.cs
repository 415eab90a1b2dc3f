namespace GovAccountConsole.Web.Reviews.Absences;

/// <summary>Marks the words of absences and substitutes.</summary>
public sealed class AbsencesText;
