namespace GovAccountConsole.Web.Posts;

/// <summary>Names the words about what became of a delivery (DeliveryText.resx, DeliveryText.en.resx).</summary>
public sealed class DeliveryText;
