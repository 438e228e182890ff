"""Dimensions and units of electrochemistry in ChemDataExtractor's unit system."""

from __future__ import annotations

from typing import Any

from chemdataextractor.model.units import dimension
from chemdataextractor.model.units.current import ElectricalCurrent
from chemdataextractor.model.units.electric_potential import ElectricPotential
from chemdataextractor.model.units.energy import Energy
from chemdataextractor.model.units.length import Length
from chemdataextractor.model.units.mass import Mass
from chemdataextractor.model.units.power import Power
from chemdataextractor.model.units.ratio import Ratio
from chemdataextractor.model.units.temperature import Temperature
from chemdataextractor.model.units.time import Time
from chemdataextractor.model.units.unit import Unit
from chemdataextractor.parse.elements import R


def _named(name: str, made_of: Any, written: str) -> Any:
    """A dimension whose SI unit has a name of its own.

    Args:
        name: of the dimension.
        made_of: what it is composed of.
        written: regular expression for its unit.
    """
    kind = type(name, (dimension.Dimension,), {"constituent_dimensions": made_of})

    def begin(self: Any, magnitude: float = 0.0, powers: Any = None) -> None:
        Unit.__init__(self, kind(), magnitude, powers)

    def same(self: Any, value: float) -> float:
        return value

    conversions = ("value_to_standard", "value_from_standard", "error_to_standard", "error_from_standard")
    unit = type(f"{name}Unit", (Unit,), {"__init__": begin, **{f"convert_{each}": same for each in conversions}})
    made: Any = kind
    made.units_dict = {R(written, group=0): unit}
    made.standard_units = unit()
    return made


Conductance = _named("Conductance", ElectricalCurrent() / ElectricPotential(), r"S(iemens)?")
Resistance = _named("Resistance", ElectricPotential() / ElectricalCurrent(), r"Ω|Ω|(O|o)hms?")
Pressure = _named("Pressure", Energy() / Length() ** 3, r"Pa(scals?)?")

DIMENSIONS: dict[str, Any] = {
    "conductivity": Conductance() / Length(),
    "areal_resistance": Resistance() * Length() ** 2,
    "resistance": Resistance(),
    "current_density": ElectricalCurrent() / Length() ** 2,
    "specific_capacity": ElectricalCurrent() * Time() / Mass(),
    "areal_capacity": ElectricalCurrent() * Time() / Length() ** 2,
    "specific_energy": Power() * Time() / Mass(),
    "energy": Energy(),
    "potential": ElectricPotential(),
    "pressure": Pressure(),
    "fraction": Ratio(),
    "temperature": Temperature(),
}
"""Lithograph's names of dimensions to ChemDataExtractor's dimensions."""
